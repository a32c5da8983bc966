// cytoscape's fcose: ego and one invisible anchor per cell are fixed; everybody hangs on their anchor by a short, stiff edge.
import cytoscape, {
  type Core,
  type ElementDefinition,
  type LayoutOptions,
  type NodeSingular,
  type StylesheetJson,
} from 'cytoscape';
import fcose, { type FcoseLayoutOptions } from 'cytoscape-fcose';
import type { Cells, Contestant, Network, Person, Snapshot } from '../contract.ts';
import { cellOf, FONT, HUES, linesOf, standardCells, usualSizes } from './common.ts';
import { tiesBetween } from './readSvg.ts';

cytoscape.use(fcose);

type Sizes = ReturnType<typeof usualSizes>;

const anchorId = ({ sector, ring }: Pick<Person, 'sector' | 'ring'>) => `@${sector}${ring}`;

const personNode = (person: Person): ElementDefinition => ({ data: { ...person }, classes: 'person' });
const hanging = (person: Person): ElementDefinition => ({
  data: { id: `hangs ${person.id}`, source: person.id, target: anchorId(person) },
  classes: 'hanging',
});
const tie = ([source, target]: readonly [string, string]): ElementDefinition => ({
  data: { id: `${source} ${target}`, source, target },
});

const styles = ({ diameter, font }: Sizes): StylesheetJson => [
  {
    selector: 'node',
    style: {
      width: diameter,
      height: diameter,
      'background-color': (node: NodeSingular) => HUES[String(node.data('sector'))] ?? '#111827',
      label: (node: NodeSingular) => linesOf(String(node.data('name') ?? ''), font).join('\n'),
      'text-wrap': 'wrap',
      'font-size': font,
      'font-family': FONT,
      'text-valign': 'bottom',
      'text-margin-y': 1,
    },
  },
  { selector: 'edge', style: { width: 1, 'line-color': '#94a3b8', 'curve-style': 'haystack' } },
  { selector: '.anchor', style: { opacity: 0, width: 1, height: 1, label: '', events: 'no' } },
  { selector: '.hanging', style: { opacity: 0, events: 'no' } },
];

function layOut(cy: Core, cells: Cells, again: boolean): Promise<void> {
  const fixed = cy.nodes('.anchor').map((node) => ({ nodeId: node.id(), position: node.data('fixed') as never }));
  const options: FcoseLayoutOptions = {
    name: 'fcose',
    animate: false,
    padding: 12,
    randomize: !again,
    nodeDimensionsIncludeLabels: true,
    packComponents: false,
    nodeSeparation: 30,
    gravity: 0,
    nodeRepulsion: () => 1500,
    idealEdgeLength: (edge) => (edge.hasClass('hanging') ? 6 : 120),
    edgeElasticity: (edge) => (edge.hasClass('hanging') ? 0.9 : 0.005),
    fixedNodeConstraint: [{ nodeId: 'ego', position: { x: cells.cx, y: cells.cy } }, ...fixed],
  };
  return new Promise((resolve) => {
    const layout = cy.layout(options as LayoutOptions);
    layout.one('layoutstop', () => resolve());
    layout.run();
  });
}

function snapshotOf(cy: Core, network: Network, cells: Cells, { diameter, font }: Sizes): Snapshot {
  const zoom = cy.zoom();
  const pan = cy.pan();
  const people = cy.nodes('.person').toArray() as NodeSingular[];
  const symbols = people.map((node) => ({ id: node.id(), ...node.renderedPosition(), r: (diameter / 2) * zoom }));
  const names = people.map((node) => {
    const { x1, y1, w, h } = node.renderedBoundingBox({
      includeNodes: false,
      includeEdges: false,
      includeLabels: true,
    });
    const lines = linesOf(String(node.data('name')), font);
    return { id: node.id(), x: x1, y: y1, w, h, font: font * zoom, lines: lines.length, text: lines.join(' ') };
  });
  const drawn = { ...cells, cx: cells.cx * zoom + pan.x, cy: cells.cy * zoom + pan.y };
  return {
    symbols,
    names,
    ties: tiesBetween(network, symbols),
    cells: { ...drawn, radii: cells.radii.map((radius) => radius * zoom) },
  };
}

function change(cy: Core, before: Network, after: Network, cells: Cells): void {
  const stay = new Set(after.people.map(({ id }) => id));
  const were = new Set(before.people.map(({ id }) => id));
  cy.remove(cy.nodes('.person').filter((node) => !stay.has(node.id())));
  for (const person of after.people) {
    if (were.has(person.id)) continue;
    const [x, y] = cellOf(cells, person).middle;
    cy.add([{ ...personNode(person), position: { x, y } }, hanging(person)]);
    cy.add(after.ties.filter((pair) => pair.includes(person.id)).map(tie));
  }
}

export const contestant: Contestant = {
  mount: async (stage, first) => {
    const cells = standardCells(first);
    const sizes = usualSizes(first.people.length);
    let network = first;
    const places = first.sectors.flatMap((sector) =>
      Array.from({ length: first.rings }, (_, ring) => ({ sector, ring })),
    );
    const anchors = places.map((place): ElementDefinition => {
      const [x, y] = cellOf(cells, place).middle;
      return { data: { id: anchorId(place), fixed: { x, y } }, classes: 'anchor', position: { x, y } };
    });
    const elements = [
      { data: { id: 'ego' } },
      ...first.people.map(personNode),
      ...first.ties.map(tie),
      ...anchors,
      ...first.people.map(hanging),
    ];
    const cy = cytoscape({
      container: stage,
      elements,
      style: styles(sizes),
      layout: { name: 'preset' },
      pixelRatio: 1,
      minZoom: 0.02,
      maxZoom: 1,
      userZoomingEnabled: false,
      userPanningEnabled: false,
      boxSelectionEnabled: false,
    });
    await layOut(cy, cells, false);
    const snapshot = () => snapshotOf(cy, network, cells, sizes);
    return {
      positions: () => Object.fromEntries(snapshot().symbols.map(({ id, x, y }) => [id, [x, y]])),
      snapshot,
      update: async (next) => {
        change(cy, network, next, cells);
        network = next;
        await layOut(cy, cells, true);
      },
    };
  },
};
