/** Plain line icons on a 24 × 24 grid, drawn for this app; always beside a word or a spoken name. */
const PATHS = {
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.6-4 3.6-6.2 7.500-6.200s6.900 2.200 7.500 6.200',
  tie: 'M6.500 17.500 17.500 6.500M6 20a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM18 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  ring: 'M12 4c5 0 8.500 3.200 8.500 8s-3.800 8-8.800 8S3.500 17 3.500 12 7 4 12 4Z',
  invite: 'M5 12.500 10 17.500 19.500 7',
  undo: 'M8.500 5 4 9.500 8.500 14M4.500 9.500H14a5.500 5.500 0 0 1 0 11H9',
  redo: 'M15.500 5 20 9.500 15.500 14M19.500 9.500H10a5.500 5.500 0 0 0 0 11h5',
  print: 'M7 9V3.500h10V9M7 17H4.500V9h15v8H17M7 14.500h10v6H7Z',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  back: 'M15 4.500 7.500 12l7.500 7.500',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  fit: 'M4.500 9V4.500H9M19.500 9V4.500H15M4.500 15v4.500H9M19.500 15v4.500H15',
  close: 'M6 6l12 12M18 6 6 18',
  up: 'M6 15l6-6 6 6',
  down: 'M6 9l6 6 6-6',
  eye: 'M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  eyeOff:
    'M9.800 5.800A9 9 0 0 1 12 5.500C18 5.500 21.500 12 21.500 12a17 17 0 0 1-3 3.700M6 7.500A16 16 0 0 0 2.500 12S6 18.500 12 18.500a9 9 0 0 0 4.500-1.200M4 4l16 16',
  trash: 'M5 7h14M9.500 7V4.500h5V7M7 7l1 13h8l1-13',
  move: 'M12 3v18M3 12h18M12 3 9.500 5.500M12 3l2.500 2.500M12 21l-2.500-2.500M12 21l2.500-2.500M3 12l2.500-2.500M3 12l2.500 2.500M21 12l-2.500-2.500M21 12l-2.500 2.500',
  nearer: 'M12 3.500v7M8.500 7.500 12 11l3.500-3.500M12 20.500v-7M8.500 16.500 12 13l3.500 3.500',
  further: 'M12 10.500v-7M8.500 7 12 3.500 15.500 7M12 13.500v7M8.500 17l3.500 3.500 3.500-3.500',
  next: 'M5 8.500a8 8 0 0 1 14 2M19.500 5v5.500H14',
  file: 'M6 3.500h8l4.500 4.500v12.500H6ZM14 3.500V8h4.500',
  share: 'M12 15V4M8 7.500 12 3.500l4 4M6 11.500v9h12v-9',
  picture: 'M4 5h16v14H4ZM4 16l5-5 4 4 2.500-2.500L20 17M15.500 9.500h.01',
  settings:
    'M4 7.500h10M18 7.500h2M4 16.500h2M10 16.500h10M16 9.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM8 18.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  list: 'M9 6.500h11M9 12h11M9 17.500h11M4.500 6.500h.01M4.500 12h.01M4.500 17.500h.01',
  copy: 'M8.500 8.500v-5h12v12h-5M3.500 8.500h12v12h-12Z',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 24 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 3 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
