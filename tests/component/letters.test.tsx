import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { typeInMeeting } from '../../src/commands/invitations.ts';
import type { Language } from '../../src/i18n/languages.ts';
import { invite, type MeetingPatch, planMeeting, updateInvitation } from '../../src/model/edits/meetings.ts';
import { currentMeeting } from '../../src/model/questions.ts';
import type { Invitation, IsoDate, Meeting, MeetingId, NetworkMap } from '../../src/model/types.ts';
import { CalendarButtons } from '../../src/ui/letters/CalendarButtons.tsx';
import { InvitationsStrip } from '../../src/ui/letters/InvitationsStrip.tsx';
import { LettersView } from '../../src/ui/letters/LettersView.tsx';
import { PrintSheets } from '../../src/ui/out/PrintSheets.tsx';
import { idOf, mapWith, openMap } from '../support/openMap.tsx';

const MEETING = 'meeting-1' as MeetingId;
const NAMES = ['Turid', 'Bente', 'Ole', 'Hana', 'Hemmelig'];

afterEach(() => void vi.restoreAllMocks());

beforeEach(() => {
  // jsdom has no modal dialogs.
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
});

function planned(patch: MeetingPatch = {}, answers: Record<string, Partial<Invitation>> = {}): NetworkMap {
  const people = mapWith(
    { name: 'Turid', relation: 'nabo' },
    { name: 'Bente' },
    { name: 'Ole' },
    { name: 'Hana', child: true },
    { name: 'Hemmelig', offPaper: true },
  );
  const asked = invite({ ...people, ego: { name: 'Maryam' } }, MEETING, NAMES.map(idOf), 'yes');
  const meeting = planMeeting(asked, MEETING, { date: '2026-12-03' as IsoDate, time: '17:00', ...patch });
  return Object.entries(answers).reduce(
    (map, [name, invitation]) => updateInvitation(map, MEETING, idOf(name), invitation),
    meeting,
  );
}

const open = (map = planned(), language: Language = 'nb') => openMap(<LettersView />, { map, language });
const letter = () => screen.getByRole('figure');
const meetingOf = (map: NetworkMap): Meeting => {
  const meeting = currentMeeting(map);
  if (!meeting) throw new Error('No meeting.');
  return meeting;
};

vi.setConfig({ testTimeout: 30_000 });

describe('the letters', () => {
  it('go to those who are to be invited; the first is in sight', async () => {
    const { user } = open();
    expect(letter()).toHaveTextContent('Hei Turid.');
    await user.click(screen.getByRole('button', { name: 'Bente' }));
    expect(letter()).toHaveTextContent('Hei Bente.');
    expect(letter()).toHaveAccessibleName('Brev til Bente');
  });

  it('are one for those who are asked as one', () => {
    open(planned({}, { Ole: { askedWith: idOf('Bente') } }));
    expect(screen.getByRole('button', { name: 'Bente og Ole' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Ole' })).toBeNull();
  });

  it('leave out what is switched off, and say what is switched on', async () => {
    const { user, undo } = open(planned({ leaders: ['Heidi'] }));
    expect(letter()).not.toHaveTextContent('Heidi');
    await user.click(screen.getByRole('switch', { name: 'Hvem som leder møtet' }));
    expect(letter()).toHaveTextContent('Møtet ledes av Heidi');
    await user.click(screen.getByRole('switch', { name: 'Når' }));
    expect(letter()).not.toHaveTextContent('desember');
    act(undo);
    expect(letter()).toHaveTextContent('desember');
  });

  it('name the others by name or by role, and nobody who is not for paper', async () => {
    const { user } = open();
    await user.click(screen.getByRole('button', { name: 'Bente' }));
    await user.click(screen.getByRole('switch', { name: 'Hvem andre jeg spør' }));
    expect(letter()).toHaveTextContent('Disse spør jeg også: Turid, Ole og Hana.');
    expect(screen.getByText(/merket «ikke på papir», nevnes ikke/)).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: 'Roller i stedet for navn' }));
    expect(letter()).toHaveTextContent('Disse spør jeg også: nabo,');
  });

  it('say gently what is missing', async () => {
    const { user } = open(planned({ date: null, time: '' }));
    expect(screen.getByText('Kommer med når møtet har en dato.')).toBeVisible();
    await user.click(screen.getByRole('switch', { name: 'Det jeg vil snakke om' }));
    expect(screen.getByText(/når du har skrevet hva du vil snakke om/)).toBeVisible();
  });

  it('hold back the place that tells who helps, until it is asked for', async () => {
    const { user } = open(planned({ placeKind: 'clinic', place: 'Storgata 1' }));
    expect(letter()).not.toHaveTextContent('Storgata');
    await user.click(screen.getByRole('button', { name: 'Ta med stedet' }));
    expect(letter()).toHaveTextContent('Hvor: Storgata 1');
  });

  it('can be written in three languages, each loaded when asked for', async () => {
    const { user } = open();
    await user.click(screen.getByRole('radio', { name: 'Nynorsk' }));
    await waitFor(() => expect(letter()).toHaveTextContent('Eg har det litt vanskeleg'));
    await user.click(screen.getByRole('radio', { name: 'English' }));
    await waitFor(() => expect(letter()).toHaveTextContent('Dear Turid,'));
    expect(within(letter()).getByRole('article')).toHaveAttribute('lang', 'en');
    expect(screen.getByRole('switch', { name: 'Hvor' })).toBeVisible();
  });

  it('to a child go to the guardian once somebody has consented', async () => {
    const { user, context } = open();
    await user.click(screen.getByRole('button', { name: 'Hana' }));
    expect(screen.getByText(/Hana er et barn/)).toBeVisible();
    act(() => context.mapStore.getState().edit('updateInvitation', MEETING, idOf('Hana'), { guardian: 'Yusuf' }));
    expect(letter()).toHaveTextContent('Til deg som er foresatt for Hana.');
    expect(letter()).not.toHaveTextContent('Yusuf');
  });

  it('to somebody who is not for paper are there on the screen only', async () => {
    const { user } = open();
    await user.click(screen.getByRole('button', { name: /^Hemmelig/ }));
    expect(screen.getByText(/Hemmelig er merket «ikke på papir»/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Skriv ut dette brevet' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Kopier teksten' })).toBeVisible();
  });

  it('wait kindly where nobody is to be invited', () => {
    open(mapWith({ name: 'Turid' }));
    expect(screen.getByText(/Her kommer brevene til dem du vil invitere/)).toBeVisible();
  });

  it.each(['nn', 'en'] as const)('have their words around them in %s', async (language) => {
    open(planned(), language);
    expect(screen.getByRole('dialog')).toHaveAccessibleName(language === 'nn' ? 'Invitasjonar' : 'Invitations');
    await waitFor(() => expect(letter()).toHaveTextContent('Hei Turid.'));
  });
});

describe("one's own words", () => {
  const edit = async (opened: ReturnType<typeof open>, block: string) => {
    await opened.user.click(screen.getByRole('button', { name: `Endre: ${block}` }));
    return screen.getByRole('textbox', { name: `Teksten: ${block}` });
  };

  it('are for all the letters, in one step, and can be taken back', async () => {
    const opened = open();
    const field = await edit(opened, 'Hilsen først');
    expect(field).toHaveFocus();
    expect(field).toHaveValue('Hei {navn}.');
    await opened.user.clear(field);
    await opened.user.type(field, 'Kjære {{navn}!');
    expect(letter()).toHaveTextContent('Kjære Turid!');
    await opened.user.click(screen.getByRole('button', { name: 'Ferdig' }));
    expect(screen.getByRole('button', { name: 'Endre: Hilsen først' })).toHaveFocus();
    await opened.user.click(screen.getByRole('button', { name: 'Bente' }));
    expect(letter()).toHaveTextContent('Kjære Bente!');
    act(opened.undo);
    expect(letter()).toHaveTextContent('Hei Bente.');
  });

  it('can be for one letter only, and given back to the suggestion', async () => {
    const opened = open();
    const field = await edit(opened, 'Hvorfor jeg spør');
    await opened.user.click(screen.getByRole('radio', { name: 'Bare dette brevet' }));
    await opened.user.clear(field);
    await opened.user.type(field, 'Bare du.');
    expect(letter()).toHaveTextContent('Bare du.');
    expect(meetingOf(opened.map()).invitations[idOf('Turid')]?.letter).toEqual({ reason: 'Bare du.' });
    await opened.user.click(screen.getByRole('button', { name: 'Tilbake til forslaget' }));
    expect(letter()).toHaveTextContent('nettverksmøte');
    expect(meetingOf(opened.map()).invitations[idOf('Turid')]?.letter).toEqual({});
  });

  it('say to whom one can answer', async () => {
    const { user } = open();
    await user.type(screen.getByRole('textbox', { name: 'Hvem kan de svare til?' }), 'Heidi');
    await user.type(screen.getByRole('textbox', { name: 'På telefon' }), '400 00 000');
    expect(letter()).toHaveTextContent('Svar til Heidi på 400 00 000.');
  });
});

describe('what leaves', () => {
  it('is copied exactly as it reads', async () => {
    const { user, said } = open();
    await user.click(screen.getByRole('button', { name: 'Kopier teksten' }));
    const copied = await navigator.clipboard.readText();
    expect(letter()).toHaveTextContent(copied.replaceAll(/\s+/g, ' '), { normalizeWhitespace: true });
    expect(copied.split(/\n+/)).toHaveLength(6);
    expect(said()).toBe('Kopiert');
    await user.click(screen.getByRole('button', { name: 'Kopier meldingen' }));
    expect(await navigator.clipboard.readText()).toMatch(/^Hei, det er Maryam\. Kan du ringe meg/);
  });

  it('leaves whoever is still thought about out of the pile, and says so; theirs is printed alone', async () => {
    const print = vi.fn<() => void>();
    vi.stubGlobal('print', print);
    vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: false }));
    vi.stubGlobal('CSS', { supports: () => true });
    const { user } = openMap(
      <>
        <LettersView />
        <PrintSheets />
      </>,
      { map: planned({}, { Ole: { wish: 'maybe' } }) },
    );
    expect(screen.getByText(/dem du fortsatt tenker på, skriver du ut ett og ett/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Skriv ut alle brevene' }));
    const paper = () => document.querySelector('.sheets')?.textContent ?? '';
    await waitFor(() => expect(print).toHaveBeenCalledTimes(1), { timeout: 20_000 });
    expect(paper()).toContain('Hei Bente.');
    expect(paper()).not.toMatch(/Ole|Hemmelig/);
    await user.click(screen.getByRole('button', { name: /^Ole/ }));
    await user.click(screen.getByRole('button', { name: 'Skriv ut dette brevet' }));
    await waitFor(() => expect(print).toHaveBeenCalledTimes(2), { timeout: 20_000 });
    expect(paper()).toContain('Hei Ole.');
    vi.unstubAllGlobals();
  });

  it('is there for the hand where the browser copies nothing', async () => {
    const { user } = open();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
    await user.click(screen.getByRole('button', { name: 'Kopier teksten' }));
    const byHand = await screen.findByRole('textbox', { name: 'Marker og kopier teksten selv:' });
    expect((byHand as HTMLTextAreaElement).value).toMatch(/^Hei Turid\./);
  });
});

describe('moved or cancelled', () => {
  const asked = { Turid: { answer: 'coming' }, Bente: { answer: 'asked' } } as const;

  it('tells who has been asked, with a text for each', async () => {
    const { user } = open(planned({}, asked));
    await user.click(screen.getByRole('radio', { name: 'Avlyst' }));
    expect(screen.getByText(/^Disse er spurt, og må få vite det/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Kopier beskjeden til Turid' }));
    expect(await navigator.clipboard.readText()).toMatch(/^Hei Turid\. Møtet vårt blir ikke noe av/);
    expect(screen.queryByRole('button', { name: /beskjeden til Ole/ })).toBeNull();
  });

  it('is ticked off for each who has heard of it, saved, undone, and begun anew with another day', async () => {
    const { user, map, undo, context } = openMap(<InvitationsStrip />, {
      map: planned({ status: 'cancelled' }, asked),
    });
    const turid = () => screen.getByRole('checkbox', { name: 'Turid har fått beskjed' });
    await user.click(turid());
    await user.click(screen.getByRole('checkbox', { name: 'Bente har fått beskjed' }));
    expect(screen.getByText('Alle som er spurt, har fått beskjed:')).toBeVisible();
    const told = () => ['Turid', 'Bente'].map((name) => meetingOf(map()).invitations[idOf(name)]?.told);
    expect(told()).toEqual([true, true]);
    act(undo);
    expect(told()).toEqual([true, false]);
    act(() => typeInMeeting(context, { place: 'Kafeen' }));
    expect(turid()).toBeChecked();
    act(() => typeInMeeting(context, { date: '2026-12-17' as IsoDate }));
    expect(turid()).not.toBeChecked();
    act(undo);
    expect(turid()).toBeChecked();
  });

  it('is told to a household as one', async () => {
    const both = { Bente: { answer: 'coming' }, Ole: { answer: 'coming', askedWith: idOf('Bente') } } as const;
    const { user, map } = open(planned({ status: 'cancelled' }, both));
    await user.click(screen.getByRole('button', { name: 'Kopier beskjeden til Bente og Ole' }));
    expect(await navigator.clipboard.readText()).toMatch(/^Hei Bente og Ole\. .*Dere trenger ikke gjøre noe/);
    await user.click(screen.getByRole('checkbox', { name: 'Bente og Ole har fått beskjed' }));
    expect(meetingOf(map()).invitations[idOf('Ole')]?.told).toBe(true);
  });

  it('has nobody to tell as long as nobody has been asked', async () => {
    const { user } = open();
    await user.click(screen.getByRole('radio', { name: 'Flyttet' }));
    expect(screen.getByText(/ingen må få beskjed/)).toBeVisible();
  });

  it('is noticed when another day is written after somebody was asked, in the same step', () => {
    const { context, undo, map, said } = openMap(<InvitationsStrip />, { map: planned({}, asked) });
    expect(screen.queryByText('Møtet er flyttet.')).toBeNull();
    act(() => typeInMeeting(context, { date: '2026-12-10' as IsoDate }));
    expect(screen.getByText('Møtet er flyttet.')).toBeVisible();
    expect(screen.getByRole('checkbox', { name: 'Turid har fått beskjed' })).toBeVisible();
    expect(said()).toBe('Møtet er flyttet.');
    act(undo);
    expect(meetingOf(map())).toMatchObject({ status: 'planned', date: '2026-12-03' });
  });

  it('is not thought of when the first day is written, or nobody has been asked', () => {
    const first = openMap(<InvitationsStrip />, { map: planned({ date: null }, asked) });
    act(() => typeInMeeting(first.context, { date: '2026-12-10' as IsoDate }));
    expect(meetingOf(first.map()).status).toBe('planned');
    const nobody = openMap(<InvitationsStrip />, { map: planned() });
    act(() => typeInMeeting(nobody.context, { date: '2026-12-10' as IsoDate }));
    expect(meetingOf(nobody.map()).status).toBe('planned');
  });
});

describe('the calendar', () => {
  const files: { name: string; text: Promise<string> }[] = [];
  beforeEach(() => {
    files.length = 0;
    const blobs: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${blobs.push(blob)}`,
      revokeObjectURL: () => {},
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      files.push({ name: this.download, text: blobs.at(-1)?.text() ?? Promise.resolve('') });
    });
  });

  it('gets the meeting under a neutral title and a neutral file name', async () => {
    const { user } = openMap(<CalendarButtons />, { map: planned({ place: 'Furuveien 12' }) });
    await user.click(screen.getByRole('button', { name: 'Legg i kalenderen' }));
    expect(files[0]?.name).toMatch(/^kart-\d{4}-\d\d-\d\d\.ics$/);
    const text = await files[0]?.text;
    expect(text).toContain('SUMMARY:Møte\r\n');
    expect(text).toContain('LOCATION:Furuveien 12');
    expect(text).not.toContain('Turid');
    expect(screen.getByText(/Nettleseren tar imot filen kart-/)).toBeVisible();
  });

  it('shows what it gets: names and place only where chosen', async () => {
    const { user } = openMap(<CalendarButtons />, { map: planned({ placeKind: 'clinic', place: 'Storgata 1' }) });
    const preview = screen.getByText(/^Møte\s+torsdag 3\. desember 2026 kl\. 17:00/);
    expect(preview).not.toHaveTextContent('Storgata');
    await user.click(screen.getByRole('checkbox', { name: 'Ta med stedet' }));
    await user.click(screen.getByRole('checkbox', { name: /Ta med navnene/ }));
    expect(preview).toHaveTextContent('Storgata 1 Med: Turid, Bente, Ole, Hana');
    expect(preview).not.toHaveTextContent('Hemmelig');
  });

  it('waits for a date, and says so', () => {
    openMap(<CalendarButtons />, { map: planned({ date: null }) });
    const button = screen.getByRole('button', { name: 'Legg i kalenderen' });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription('Møtet må ha en dato først.');
  });
});
