/** A table of a font file, as it lies in WOFF: packed where that makes it smaller. */
type Table = { readonly tag: number; readonly checksum: number; readonly data: Uint8Array };

const WOFF_SIGNATURE = 0x774f4646;
const padded = (length: number) => (length + 3) & ~3;

/** WOFF 1 → TrueType (zlib for each table): a PDF embeds nothing else. */
export async function woffToTtf(buffer: ArrayBuffer): Promise<Uint8Array<ArrayBuffer>> {
  const view = new DataView(buffer);
  if (view.getUint32(0) !== WOFF_SIGNATURE) throw new Error('Not a WOFF file.');
  const count = view.getUint16(12);
  const tables = await Promise.all(Array.from({ length: count }, (_, at) => readTable(view, 44 + 20 * at)));
  return writeTtf(view.getUint32(4), tables);
}

async function readTable(view: DataView<ArrayBuffer>, entry: number): Promise<Table> {
  const [offset, packed, length] = [view.getUint32(entry + 4), view.getUint32(entry + 8), view.getUint32(entry + 12)];
  const raw = new Uint8Array(view.buffer, offset, packed);
  const data = packed < length ? await unpack(raw) : raw;
  return { tag: view.getUint32(entry), checksum: view.getUint32(entry + 16), data };
}

async function unpack(data: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function writeTtf(flavour: number, tables: readonly Table[]): Uint8Array<ArrayBuffer> {
  const count = tables.length;
  const head = 12 + 16 * count;
  const bytes = new Uint8Array(tables.reduce((sum, { data }) => sum + padded(data.length), head));
  const view = new DataView(bytes.buffer);
  const log = Math.floor(Math.log2(count));
  view.setUint32(0, flavour);
  for (const [at, value] of [count, 16 << log, log, count * 16 - (16 << log)].entries())
    view.setUint16(4 + 2 * at, value);
  let place = head;
  tables.forEach(({ tag, checksum, data }, at) => {
    for (const [field, value] of [tag, checksum, place, data.length].entries())
      view.setUint32(12 + 16 * at + 4 * field, value);
    bytes.set(data, place);
    place += padded(data.length);
  });
  return bytes;
}
