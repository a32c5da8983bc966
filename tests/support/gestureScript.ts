// Fingers, pens and palms at random: what they do as data that a seed makes again, and how a page is made to feel it.
import type { CDPSession } from '@playwright/test';

type Point = readonly [x: number, y: number];

/** What a hand does, one thing after the other. Points are those of the page. */
export type Act =
  /** All the fingers that are down from now on, by number: whoever is missing was lifted, whoever is new came down. */
  | { readonly do: 'fingers'; readonly at: Readonly<Record<number, Point>>; readonly wide?: true }
  | { readonly do: 'cancel' }
  | { readonly do: 'pen'; readonly type: 'mousePressed' | 'mouseMoved' | 'mouseReleased'; readonly at: Point }
  | { readonly do: 'mouse'; readonly type: 'mousePressed' | 'mouseMoved' | 'mouseReleased'; readonly at: Point }
  | { readonly do: 'escape' }
  | { readonly do: 'loseCapture' }
  | { readonly do: 'wait'; readonly ms: number };

export type Script = {
  readonly seed: number;
  readonly name: string;
  readonly mode: 'person' | 'tie' | 'ring' | 'invite';
  readonly zoom: number;
  readonly acts: readonly Act[];
  /** How many edits it may leave at most. */
  readonly edits: number;
  /** Escape that interrupts nothing puts the tool away. */
  readonly mayDropTool?: boolean;
  /** Somebody who must stand elsewhere afterwards, and where, when it is that sort of script. */
  readonly moved?: { readonly person: number; readonly to: Point };
};

/** What there is on the page for a hand. */
export type Stage = {
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  readonly people: readonly Point[];
  /** Points on the map and on no tool. */
  readonly paper: readonly Point[];
  /** Some of them that lie well inside a cell, and not near the edge. */
  readonly cells: readonly Point[];
  /** Where the borders of the sectors meet the rim. */
  readonly rim: readonly Point[];
  /** The centre, where it is in sight. */
  readonly ego: readonly Point[];
};

export type Dice = {
  /** A whole number from 0, below `below`. */
  readonly roll: (below: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
};

export function dice(seed: number): Dice {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  const roll = (below: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[roll(items.length)];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  };
  return { roll, pick };
}

const MODES = ['person', 'person', 'person', 'tie', 'ring', 'invite'] as const;
const ZOOMS = [1, 1, 1, 0.6, 2, 3.5] as const;

export type Plan = Pick<Script, 'seed' | 'mode' | 'zoom'>;

/** What is chosen before the page can be asked where things are. */
export function planOf(seed: number): Plan {
  const { pick } = dice(seed);
  return { seed, mode: pick(MODES), zoom: pick(ZOOMS) };
}

const between = (from: Point, to: Point, share: number): Point => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
];

const STEPS = 6;
const glide = (from: Point, to: Point, first = 0): Act[] =>
  Array.from({ length: STEPS }, (_, at) => ({ do: 'fingers', at: { [first]: between(from, to, (at + 1) / STEPS) } }));
const lift: Act = { do: 'fingers', at: {} };

type Making = { readonly stage: Stage; readonly plan: Plan } & Dice;
type Made = Pick<Script, 'name' | 'acts' | 'edits' | 'moved' | 'mayDropTool'>;

/** Where a hand may begin: somebody, the centre, the rim, or anywhere. */
const somewhere = ({ stage, pick }: Making): Point =>
  pick([
    ...[stage.people, stage.people, stage.ego, stage.rim].flatMap((them) => (them.length > 0 ? [pick(them)] : [])),
    pick(stage.paper),
  ]);

const somebody = ({ stage, pick }: Making): Point => pick(stage.people.length > 0 ? stage.people : stage.paper);

/** A drag that something interrupts at one of its points: nothing of it may stay. */
function interrupted(making: Making): Made {
  const { pick, roll } = making;
  const from = pick([somebody(making), somebody(making), somewhere(making)]);
  const to = somewhere(making);
  const moves = glide(from, to).slice(0, 1 + roll(STEPS));
  const last = moves.at(-1);
  const here = last?.do === 'fingers' ? (last.at[0] ?? from) : from;
  const second = somewhere(making);
  const how: readonly (readonly [string, readonly Act[]])[] = [
    ['the system takes it', [{ do: 'cancel' }]],
    ['Escape', [{ do: 'escape' }, { do: 'fingers', at: { 0: between(here, to, 0.5) } }, lift]],
    ['capture is lost', [{ do: 'loseCapture' }, { do: 'fingers', at: { 0: between(here, to, 0.5) } }, lift]],
    [
      'a second finger',
      [
        { do: 'fingers', at: { 0: here, 1: second } },
        { do: 'fingers', at: { 0: between(here, to, 0.3), 1: second } },
        pick([lift, { do: 'fingers', at: { 1: second } }, { do: 'fingers', at: { 0: here } }, { do: 'cancel' }]),
        { do: 'fingers', at: {} },
      ],
    ],
  ];
  const [name, end] = pick(how);
  // Where the finger did not come far enough to drag, letting go of it is a tap.
  const isTap =
    Math.hypot(here[0] - from[0], here[1] - from[1]) < 16 && (name === 'Escape' || name === 'capture is lost');
  return {
    name: `a drag until ${name}`,
    mayDropTool: name === 'Escape' && !making.stage.people.includes(from),
    acts: [{ do: 'fingers', at: { 0: from } }, ...moves, ...end],
    edits: isTap ? 1 : 0,
  };
}

/** In *Strek* a finger from somebody draws a line. */
const movedTo = (stage: Stage, { mode }: Plan, person: number, to: Point): Pick<Script, 'moved'> =>
  mode === 'tie' || stage.people[person] === undefined ? {} : { moved: { person, to } };

/** Somebody is carried to a cell, and stands there. */
function carried({ stage, plan, pick, roll }: Making): Made {
  const person = roll(stage.people.length);
  const from = stage.people[person] ?? pick(stage.paper);
  const to = pick(stage.cells);
  const rests: Act[] = roll(3) === 0 ? [{ do: 'wait', ms: 60 }] : [];
  const acts: Act[] = [{ do: 'fingers', at: { 0: from } }, ...glide(from, to), ...rests, lift];
  return { name: 'a drag', acts, edits: 1, ...movedTo(stage, plan, person, to) };
}

/** The same with a pen, while the palm rests: it was there before, it comes while the pen draws, or after it. */
function withPen({ stage, plan, pick, roll }: Making): Made {
  const person = roll(stage.people.length);
  const from = stage.people[person] ?? pick(stage.paper);
  const to = pick(stage.cells);
  const palm = (spread: number): Act => ({
    do: 'fingers',
    wide: true,
    at: Object.fromEntries([0, 1, 2].map((at) => [at, [from[0] + 40 + at * spread, from[1] + 60 + at * 9]])),
  });
  const before: Act[] = roll(2) === 0 ? [palm(14)] : [];
  const during: Act[] = roll(2) === 0 ? [palm(14), palm(20)] : [];
  const pen = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', at: Point): Act => ({ do: 'pen', type, at });
  const moves = Array.from({ length: STEPS }, (_, at) => pen('mouseMoved', between(from, to, (at + 1) / STEPS)));
  const up = pen('mouseReleased', to);
  const after: Act[] = roll(2) === 0 ? [palm(16), lift] : [];
  const name = `a pen${before.length > 0 ? ', the palm before it' : ''}${during.length > 0 ? ', the palm while it draws' : ''}`;
  return {
    name,
    acts: [
      ...before,
      pen('mousePressed', from),
      ...moves.slice(0, 3),
      ...during,
      ...moves.slice(3),
      up,
      ...after,
      lift,
    ],
    edits: 1,
    ...movedTo(stage, plan, person, to),
  };
}

/** Five fingers or a palm at once. */
function palm(making: Making): Made {
  const at = somewhere(making);
  const down = (spread: number): Act => ({
    do: 'fingers',
    wide: true,
    at: Object.fromEntries([0, 1, 2, 3, 4].map((each) => [each, [at[0] + spread * each, at[1] + 7 * each]])),
  });
  const end: Act = making.pick([lift, { do: 'cancel' }]);
  return { name: 'a palm', acts: [down(12), down(18), down(9), end, lift], edits: 0 };
}

function pinched(making: Making): Made {
  const [x, y] = somewhere(making);
  const gap = (px: number, slide: number): Act => ({
    do: 'fingers',
    at: { 0: [x - px / 2 + slide, y], 1: [x + px / 2 + slide, y] },
  });
  const wide = 40 + making.roll(260);
  const acts = [gap(120, 0), gap((120 + wide) / 2, 10), gap(wide, 30)];
  const end: Act[] = making.pick([
    [lift],
    [{ do: 'fingers', at: { 1: [x, y] } }, lift],
    [{ do: 'cancel' }],
  ] as const) as Act[];
  return { name: 'a pinch', acts: [...acts, ...end], edits: 0 };
}

function tapped(making: Making): Made {
  const at = somewhere(making);
  const down: Act = { do: 'fingers', at: { 0: at } };
  const times = making.pick([1, 2, 3]);
  const rest: Act = { do: 'wait', ms: making.pick([0, 40, 650]) };
  const acts = Array.from({ length: times }, (): Act[] => [down, rest, lift]).flat();
  return { name: times === 1 ? 'a tap or a long press' : 'a double tap', acts, edits: times };
}

/** Carried to the edge of the stage, where the map pans; perhaps back again. */
function toEdge(making: Making): Made {
  const { stage, pick, roll } = making;
  const { left, right, top, bottom } = stage.box;
  const from = somebody(making);
  const to: Point = pick([
    [left + 3, from[1]],
    [right - 3, from[1]],
    [from[0], top + 3],
    [from[0], bottom - 3],
  ]);
  const back: Act[] = roll(2) === 0 ? glide(to, pick(stage.cells)) : [];
  const end: Act = pick([lift, { do: 'cancel' }]);
  return {
    name: 'to the edge',
    acts: [{ do: 'fingers', at: { 0: from } }, ...glide(from, to), { do: 'wait', ms: 400 }, ...back, end],
    edits: 1,
  };
}

function border(making: Making): Made {
  const { stage, pick, roll } = making;
  const from = stage.rim.length > 0 ? pick(stage.rim) : somewhere(making);
  const to: Point = [from[0] + roll(161) - 80, from[1] + roll(161) - 80];
  return { name: 'a border', acts: [{ do: 'fingers', at: { 0: from } }, ...glide(from, to), lift], edits: 1 };
}

function withMouse(making: Making): Made {
  const from = somewhere(making);
  const to = somewhere(making);
  const mouse = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', at: Point): Act => ({ do: 'mouse', type, at });
  const moves = [0.2, 0.5, 1].map((share) => mouse('mouseMoved', between(from, to, share)));
  const escape: Act[] = making.roll(2) === 0 ? [{ do: 'escape' }] : [];
  return {
    name: escape.length > 0 ? 'a mouse until Escape' : 'a mouse',
    acts: [mouse('mouseMoved', from), mouse('mousePressed', from), ...moves, ...escape, mouse('mouseReleased', to)],
    edits: 1,
  };
}

/** Up to five fingers that come, go and are taken away as they like. */
function anything(making: Making): Made {
  const { pick, roll } = making;
  const acts: Act[] = [];
  let down: Record<number, Point> = {};
  let ups = 0;
  for (let left = 4 + roll(14); left > 0; left--) {
    const numbers = Object.keys(down).map(Number);
    const what = roll(12);
    if (what < 3 && numbers.length < 5) down = { ...down, [Math.max(-1, ...numbers) + 1]: somewhere(making) };
    else if (what < 8 && numbers.length > 0) {
      const one = pick(numbers);
      down = { ...down, [one]: between(down[one] ?? [0, 0], somewhere(making), 0.4) };
    } else if (what < 10 && numbers.length > 0) {
      const one = pick(numbers);
      down = Object.fromEntries(Object.entries(down).filter(([each]) => Number(each) !== one));
      ups += 1;
    } else if (what === 10) {
      acts.push(pick<Act>([{ do: 'cancel' }, { do: 'escape' }, { do: 'loseCapture' }]));
      if (acts.at(-1)?.do === 'cancel') down = {};
      continue;
    } else {
      acts.push({ do: 'wait', ms: roll(80) });
      continue;
    }
    acts.push({ do: 'fingers', at: { ...down } });
  }
  return { name: 'anything', acts: [...acts, lift], edits: ups + 1 };
}

const KINDS = [
  interrupted,
  interrupted,
  interrupted,
  carried,
  withPen,
  withPen,
  palm,
  pinched,
  tapped,
  toEdge,
  border,
  withMouse,
  anything,
  anything,
] as const;

/** The same script for the same seed and stage. */
export function scriptOf(plan: Plan, stage: Stage): Script {
  const making = { stage, plan, ...dice(plan.seed * 31 + 7) };
  return { ...plan, ...making.pick(KINDS)(making) };
}

/** Lets the page feel it. */
export async function perform(session: CDPSession, acts: readonly Act[], keys: Keys): Promise<void> {
  let down: Readonly<Record<number, Point>> = {};
  let isPressed = false;
  for (const act of acts) {
    if (act.do === 'wait') await new Promise((then) => setTimeout(then, act.ms));
    else if (act.do === 'escape') await keys.escape();
    else if (act.do === 'loseCapture') await keys.loseCapture();
    else if (act.do === 'cancel') {
      if (Object.keys(down).length > 0)
        await session.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
      down = {};
    } else if (act.do === 'fingers') {
      await fingers(session, down, act);
      down = act.at;
    } else {
      if (act.type !== 'mouseMoved') isPressed = act.type === 'mousePressed';
      await point(session, act, isPressed);
    }
  }
}

type Keys = { readonly escape: () => Promise<void>; readonly loseCapture: () => Promise<void> };

/** Chromium is told of lifted fingers by what is left, one kind of event at a time. */
async function fingers(
  session: CDPSession,
  before: Readonly<Record<number, Point>>,
  { at, wide }: Extract<Act, { do: 'fingers' }>,
): Promise<void> {
  const points = (of: Readonly<Record<number, Point>>) =>
    Object.entries(of).map(([id, [x, y]]) => ({ x, y, id: Number(id), ...(wide && { radiusX: 30, radiusY: 24 }) }));
  const stayed = Object.fromEntries(Object.entries(before).filter(([id]) => id in at));
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: ReturnType<typeof points>) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  if (Object.keys(stayed).length < Object.keys(before).length) await send('touchEnd', points(stayed));
  const moved = Object.fromEntries(Object.keys(stayed).map((id) => [id, at[Number(id)] ?? [0, 0]])) as Record<
    number,
    Point
  >;
  if (Object.keys(moved).length > 0) await send('touchMove', points(moved));
  if (Object.keys(at).length > Object.keys(stayed).length) await send('touchStart', points(at));
}

async function point(
  session: CDPSession,
  { do: kind, type, at: [x, y] }: Extract<Act, { do: 'pen' | 'mouse' }>,
  isPressed: boolean,
): Promise<void> {
  const button = type === 'mouseMoved' && !isPressed ? 'none' : 'left';
  const buttons = isPressed ? 1 : 0;
  await session.send('Input.dispatchMouseEvent', { type, x, y, pointerType: kind, button, buttons, clickCount: 1 });
}
