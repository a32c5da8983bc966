/** The drawing in miniature: three soft rings, someone in the middle, and a few around. Says nothing that words don't. */
const PEOPLE = [
  [74, 34, 0],
  [92, 66, 1],
  [46, 88, 2],
  [24, 52, 3],
  [50, 26, 4],
  [80, 48, 0],
] as const;

export function Rings() {
  return (
    <svg className="start-rings" viewBox="0 0 120 120" aria-hidden="true">
      {[56, 40, 24].map((radius, ring) => (
        <circle key={radius} className={`start-ring start-ring-${ring}`} cx={60} cy={60} r={radius} />
      ))}
      <path className="start-ties" d="M60 60 74 34 80 48M60 60 92 66M60 60 46 88M60 60 24 52 50 26" />
      {PEOPLE.map(([x, y, hue]) => (
        <circle key={`${x} ${y}`} className={`start-person start-person-${hue}`} cx={x} cy={y} r={4.5} />
      ))}
      <circle className="start-me" cx={60} cy={60} r={8} />
    </svg>
  );
}
