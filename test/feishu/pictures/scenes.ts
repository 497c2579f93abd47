import { dataPipeline } from './scenes/data-pipeline';
import { erDiagram } from './scenes/er-diagram';
import { loginSequence } from './scenes/login-sequence';
import { orgChart } from './scenes/org-chart';
import { paymentFlow } from './scenes/payment-flow';
import { photoWall } from './scenes/photo-wall';
import { productMindmap } from './scenes/product-mindmap';
import { releaseRoadmap } from './scenes/release-roadmap';
import { retroNotes } from './scenes/retro-notes';
import { systemArchitecture } from './scenes/system-architecture';
import { userJourney } from './scenes/user-journey';
import { wireframe } from './scenes/wireframe';
import type { Scene } from './scene';

/** The boards that somebody could have drawn, by name. */
export const scenes = {
  'payment-flow': paymentFlow,
  'login-sequence': loginSequence,
  'product-mindmap': productMindmap,
  'org-chart': orgChart,
  'system-architecture': systemArchitecture,
  'release-roadmap': releaseRoadmap,
  'user-journey': userJourney,
  'retro-notes': retroNotes,
  'data-pipeline': dataPipeline,
  'er-diagram': erDiagram,
  wireframe,
  'photo-wall': photoWall,
} as const satisfies Record<string, Scene>;

export type SceneName = keyof typeof scenes;

/** All names, for those who go through the lot. */
export const sceneNames = Object.keys(scenes) as SceneName[];
