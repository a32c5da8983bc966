/** Does work in parts, each after the next frame has been shown. @returns stops it */
export function inFrames(work: () => Generator<undefined, void>): () => void {
  const parts = work();
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const next = () => {
    if (parts.next().done) return;
    frame = requestAnimationFrame(() => {
      rest = setTimeout(next);
    });
  };
  next();
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(rest);
  };
}
