import type { Coverage } from './coverage-row';

const site = 'https://open.feishu.cn/document';
const pages = {
  nodes: `${site}/docs/board-v1/whiteboard-node/list`,
  theme: `${site}/docs/board-v1/whiteboard/theme`,
  sdk: 'https://github.com/larksuite/node-sdk',
  cli: 'https://github.com/larksuite/cli',
} as const;

const board = '/open-apis/board/v1/whiteboards/:whiteboard_id';
const routes = {
  export: `POST ${board}/export`,
  nodes: `GET ${board}/nodes`,
  theme: `GET ${board}/theme`,
} as const;

/** As `coverage.ts`, for what is on a board. */
export const boardContentCoverage: readonly Coverage[] = [
  {
    behaviour: 'A board as an SVG, in base64',
    route: routes.export,
    follows: pages.cli,
    evidence: 'SDK source',
    proof: 'is exported as the drawing that it is',
  },
  {
    behaviour: 'Where there is no export, 404 in plain text',
    route: routes.export,
    follows: pages.cli,
    evidence: 'not confirmed',
    proof: 'is not exported where there is no such endpoint, or it fails: %s',
  },
  {
    behaviour: 'Another export_type gets 2890002; ten exports a second',
    route: routes.export,
    follows: pages.cli,
    evidence: 'not confirmed',
    proof: 'is exported as SVG alone, ten times a second',
  },
  {
    behaviour: 'What is drawn, with places and texts',
    route: routes.nodes,
    follows: pages.nodes,
    evidence: 'documented',
    proof: 'lists what is on a board',
  },
  {
    behaviour: 'An empty board has no list of nodes, or null',
    route: routes.nodes,
    follows: pages.cli,
    evidence: 'SDK source',
    proof: 'has no nodes where nothing is drawn: %s',
  },
  {
    behaviour: 'Mermaid and PlantUML with their source; syntax_type 1 is PlantUML, 2 Mermaid',
    route: routes.nodes,
    follows: pages.cli,
    evidence: 'SDK source',
    proof: 'gives the source of Mermaid and PlantUML',
  },
  {
    behaviour: 'The theme of a board',
    route: routes.theme,
    follows: pages.theme,
    evidence: 'documented',
    proof: 'tells the theme of a board',
  },
  {
    behaviour: 'Where nodes or theme are not offered, the answer is that of an unknown path',
    follows: pages.nodes,
    evidence: 'not confirmed',
    proof: 'has no %s where the endpoint is not there',
  },
  {
    behaviour: 'Ten lists of nodes a second, twenty themes a minute',
    route: routes.nodes,
    follows: pages.nodes,
    evidence: 'documented',
    proof: 'holds nodes and themes to their limits',
  },
  {
    behaviour: 'The codes of the picture, for whatever is asked of a board',
    follows: pages.nodes,
    evidence: 'not confirmed',
    proof: 'refuses its content as it refuses its picture: %s',
  },
];
