/** Whom the journey draws, in which way, who know each other and who is invited: the same in every engine. */
export const BY_TAP = [
  ['Mamma', { sector: 'family', ring: 0 }, 'mor'],
  ['Thor', { sector: 'friends', ring: 1 }, 'barndomsvenn'],
  ['Turid', { sector: 'neighbours', ring: 2 }, 'nabo'],
  ['Line', { sector: 'work', ring: 1 }, ''],
] as const;
export const IN_TRAY = ['Åse', 'Bjørn', 'Kim', 'Sára'];
export const IN_LIST = ['Dr. Lie', 'Hanne'];
export const BY_KEYBOARD = ['Ole', 'Noah'];
export const EVERYBODY = [...BY_TAP.map(([name]) => name), ...IN_TRAY, ...IN_LIST, ...BY_KEYBOARD];
export const TIES = [
  ['Mamma', 'Thor'],
  ['Mamma', 'Turid'],
  ['Thor', 'Line'],
  ['Åse', 'Bjørn'],
  ['Kim', 'Sára'],
  ['Mamma', 'Åse'],
] as const;
export const INVITED = ['Mamma', 'Thor', 'Turid', 'Åse', 'Bjørn'];
/** Where the four of the tray are put: the outermost ring of family and friends, to the left and to the right. */
export const TRAY_SPOTS = [0.2, 0.8].flatMap((along) =>
  ['family', 'friends'].map((sector) => ({ sector, ring: 2, along })),
);
