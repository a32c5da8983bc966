export type Box = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
export type NameBox = Box & { readonly id: string };
