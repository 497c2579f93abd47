import type { Tenant, WikiNode, WikiSpace } from './entities';
import { makeId } from './ids';
import type { SeedWikiNode, SeedWikiSpace } from './seed';

/** Builds wiki spaces. A shortcut may point into any of them, forwards too. */
export function buildWikiSpaces(
  seeds: readonly SeedWikiSpace[],
  tenantOf: (key: string) => Tenant,
): WikiSpace[] {
  const written = new Map(
    seeds.flatMap((space) => space.nodes.flatMap(flatten)).map((node) => [node.token, node]),
  );
  return seeds.map((seed) => {
    const nodes: WikiNode[] = [];
    const { id, name, readers = ['*'] } = seed;
    const space: WikiSpace = { id, tenant: tenantOf(seed.tenant), name, nodes, readers: [...readers] };
    nodes.push(...seed.nodes.map((node) => buildNode(node, space, undefined, written)));
    return space;
  });
}

/** The node and everything below it, parents first. */
export function withDescendants(node: WikiNode): WikiNode[] {
  return [node, ...node.children.flatMap(withDescendants)];
}

function buildNode(
  seed: SeedWikiNode,
  space: WikiSpace,
  parent: WikiNode | undefined,
  written: ReadonlyMap<string, SeedWikiNode>,
): WikiNode {
  const shown = seed.shortcutTo === undefined ? seed : written.get(seed.shortcutTo);
  if (!shown) throw new Error(`Wiki node ${seed.token} is a shortcut to nothing: ${seed.shortcutTo}`);
  const children: WikiNode[] = [];
  const node: WikiNode = {
    token: seed.token,
    space,
    parent,
    children,
    title: seed.title,
    objType: shown.objType ?? 'docx',
    objToken: shown.document ?? makeId(['object', shown.token]),
    shortcutTo: seed.shortcutTo,
    readers: [...(seed.readers ?? ['*'])],
  };
  children.push(...(seed.children ?? []).map((child) => buildNode(child, space, node, written)));
  return node;
}

function flatten(node: SeedWikiNode): SeedWikiNode[] {
  return [node, ...(node.children ?? []).flatMap(flatten)];
}
