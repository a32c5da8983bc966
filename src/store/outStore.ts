import { createStore } from 'zustand/vanilla';

/** What somebody chose to take along; made anew for each open map, and kept nowhere. */
export const createOutStore = <Choices extends object>(choices: Choices) =>
  createStore<{ readonly choices: Choices; readonly choose: (patch: Partial<Choices>) => void }>()((set) => ({
    choices,
    choose: (patch) => set((state) => ({ choices: { ...state.choices, ...patch } })),
  }));

export type OutStore<Choices extends object> = ReturnType<typeof createOutStore<Choices>>;
