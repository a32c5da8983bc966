import { describe, expect, it } from 'vitest';
import { mapOf, viewOf } from '../../../src/commands/context.ts';
import {
  answerPrompt,
  endPrompts,
  fieldsFor,
  isHere,
  promptOf,
  PROMPTS,
  togglePrompts,
  turnPrompt,
} from '../../../src/commands/prompts.ts';
import { peopleOnDrawing, placeOf } from '../../../src/model/questions.ts';
import { aMap, at } from '../../support/aMap.ts';
import { openContext } from '../../support/openContext.ts';

function opened() {
  const context = openContext(aMap({ Anna: 'family 1' }));
  togglePrompts(context);
  return {
    context,
    prompts: () => viewOf(context).prompts,
    said: () => viewOf(context).announcement.text,
    write: (name: string) => viewOf(context).set({ prompts: { ...viewOf(context).prompts, name } }),
    toCard: (question: string) => {
      while (promptOf(context)?.question !== question) turnPrompt(context, 1);
    },
    added: () => {
      const person = peopleOnDrawing(mapOf(context)).find(({ name }) => name !== 'Anna');
      if (!person) throw new Error('Nobody was added.');
      return person;
    },
  };
}

describe('the cards with questions', () => {
  it('are put away until somebody asks, and come back where they were', () => {
    const { context, prompts } = opened();
    turnPrompt(context, 1);
    togglePrompts(context);
    expect(prompts()).toMatchObject({ open: false, card: 1 });
    togglePrompts(context);
    expect(prompts()).toMatchObject({ open: true, card: 1 });
  });

  it('come one at a time, are read aloud, and end with whether anyone is missing', () => {
    const { context, said, prompts } = opened();
    const asked = PROMPTS.slice(1).map(() => {
      turnPrompt(context, 1);
      return said();
    });
    expect(new Set(asked).size).toBe(19);
    expect(asked.at(-1)).toBe('Hvem kunne du tenke deg å ha i rommet når vi møtes?');
    turnPrompt(context, 1);
    expect(said()).toBe('Mangler det noen?');
    expect(promptOf(context)).toBeNull();
    turnPrompt(context, 1);
    expect(promptOf(context)).toBeNull();
    endPrompts(context);
    expect(prompts()).toEqual({ open: false, card: 0, name: '', answered: false });
  });

  it('make a person of an answer, in the tray or in a cell, in one step that can be undone', () => {
    const { context, write, prompts, added } = opened();
    write(' Liv ');
    expect(answerPrompt(context, 'tray')).toBe(true);
    expect(placeOf(mapOf(context), added().id)).toBe('tray');
    expect(prompts()).toMatchObject({ name: '', answered: true });
    context.mapStore.getState().undo();
    expect(peopleOnDrawing(mapOf(context))).toHaveLength(1);
    write('Liv');
    answerPrompt(context, at('friends 2'));
    expect(placeOf(mapOf(context), added().id)).toEqual(at('friends 2'));
  });

  it('know that an animal is an animal, and that the dead are dead', () => {
    const animal = opened();
    animal.toCard('prompts.animals');
    animal.write('Pus');
    answerPrompt(animal.context, 'tray');
    expect(animal.added()).toMatchObject({ kind: 'animal', deceased: false });
    const dead = opened();
    dead.toCard('prompts.deceased');
    dead.write('Oldemor');
    answerPrompt(dead.context, 'tray');
    expect(dead.added()).toMatchObject({ kind: 'person', deceased: true });
  });

  it('add nobody without a name, nor while they are put away', () => {
    const { context, write } = opened();
    write('  ');
    expect(answerPrompt(context, 'tray')).toBe(false);
    write('Liv');
    togglePrompts(context);
    expect(answerPrompt(context, 'tray')).toBe(false);
    expect(peopleOnDrawing(mapOf(context))).toHaveLength(1);
  });

  it('notice a name that is here already', () => {
    const { context } = opened();
    expect(isHere(context, ' anna')).toBe(true);
    expect(isHere(context, 'Ann')).toBe(false);
  });

  it('offer the fields that a question is about, and all of them where there is no such field', () => {
    const { context } = opened();
    const { sectors } = mapOf(context);
    const kinds = (question: string) =>
      PROMPTS.filter((prompt) => prompt.question === question).flatMap((prompt) =>
        fieldsFor(sectors, prompt).map(({ kind }) => kind),
      );
    expect(kinds('prompts.greet')).toEqual(['neighbours']);
    expect(kinds('prompts.important')).toEqual(sectors.map(({ kind }) => kind));
    const withoutWork = sectors.filter(({ kind }) => kind !== 'work');
    expect(fieldsFor(withoutWork, { question: 'prompts.work', kinds: ['work'] })).toEqual(withoutWork);
  });
});
