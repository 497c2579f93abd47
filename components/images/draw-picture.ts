import { AppError, toAppError } from '../errors';
import { conversionLimits } from './canvas-limits';
import type { PictureNote } from './converted-picture';
import { findContent, findPaper } from './find-content';
import { openPicture, type OpenPicture, type OpenPictureDependencies } from './open-picture';
import { cssColour, type Colour, type Rect } from './pixels';
import { planDrawing, type DrawingPlan } from './plan-drawing';
import type { PictureSource, Recipe } from './recipe';
import type { Drawable, Surface } from './studio';

export interface DrawingJob extends OpenPictureDependencies {
  source: PictureSource;
  recipe: Recipe;
  signal?: AbortSignal | undefined;
}

/** What a format can hold. */
export interface FormatLimits {
  hasAlpha: boolean;
  /** Pixels of the longer side. */
  maxSide: number;
}

/** A picture that stands on a surface, trimmed, padded, scaled, over its background. */
export interface Drawing {
  surface: Surface;
  scale: number;
  isEnlarged: boolean;
  notes: PictureNote[];
}

const white = '#ffffff';

/** Scales that differ by less are the same. */
const hair = 1e-6;

/**
 * Draws a picture as its recipe says and hands it to `use`; all memory is given back afterwards.
 *
 * @throws as `openPicture`, and `cancelled` between its steps
 */
export async function drawPicture<Result>(
  job: DrawingJob,
  format: FormatLimits,
  use: (drawing: Drawing) => Promise<Result>,
): Promise<Result> {
  const picture = await openPicture(job.source, job);
  let surface: Surface | undefined;
  try {
    job.signal?.throwIfAborted();
    const { content, paper } = await frame(picture, job);
    const { padding = 0, size = { scale: 1 } } = job.recipe;
    const limits = { ...conversionLimits, maxSide: Math.min(conversionLimits.maxSide, format.maxSide) };
    const plan = planDrawing(content, padding, size, limits);
    const drawable = await picture.at(plan.scale);
    job.signal?.throwIfAborted();
    surface = job.studio.createSurface(plan);
    paint(surface, job.recipe, format, paper, plan);
    surface.draw(drawable, scaled(content, drawable, picture), plan.content);
    // The bitmap's memory is free before the encoder asks for its own.
    picture.close();
    const isEnlarged = picture.vector === undefined && plan.scale > 1 + hair;
    const notes: PictureNote[] = [...picture.notes];
    if (plan.isLimited) notes.push('scale-limited');
    if (isEnlarged) notes.push('enlarged');
    return await use({ surface, scale: plan.scale, isEnlarged, notes });
  } catch (error) {
    throw toAppError(error);
  } finally {
    picture.close();
    surface?.close();
  }
}

/** Which part of the picture is drawn, in its own pixels, and what its paper is. */
export async function frame(
  picture: OpenPicture,
  { recipe, studio, signal }: Pick<DrawingJob, 'recipe' | 'studio' | 'signal'>,
): Promise<{ content: Rect; paper: Colour | undefined }> {
  const whole = { x: 0, y: 0, ...picture.size };
  if (!recipe.trim && !recipe.padding) return { content: whole, paper: undefined };
  const drawable = await picture.at(1);
  const paper = findPaper(drawable, studio);
  if (!recipe.trim || paper === undefined) return { content: whole, paper };
  const found = findContent(drawable, paper, studio, signal);
  if (found === undefined) return { content: whole, paper };
  const [across, down] = [picture.size.width / drawable.width, picture.size.height / drawable.height];
  const content = {
    x: found.x * across,
    y: found.y * down,
    width: found.width * across,
    height: found.height * down,
  };
  return { content, paper };
}

/** A place in the picture's own pixels, in those of what stands for it. */
function scaled({ x, y, width, height }: Rect, drawable: Drawable, { size }: OpenPicture): Rect {
  const [across, down] = [drawable.width / size.width, drawable.height / size.height];
  return { x: x * across, y: y * down, width: width * across, height: height * down };
}

/**
 * What lies behind the picture: the colour that was asked for; else white where nothing can be transparent, and
 * the paper goes on into the padding.
 */
function paint(
  surface: Surface,
  { background }: Recipe,
  { hasAlpha }: FormatLimits,
  paper: Colour | undefined,
  { content }: DrawingPlan,
): void {
  if (background !== undefined) return surface.fill(background);
  if (!hasAlpha) surface.fill(white);
  if (paper === undefined) return;
  surface.fill(cssColour(paper));
  surface.clear(content);
  if (!hasAlpha) surface.fill(white, content);
}

/** The bytes of a surface, in this format and no other. @throws `image-encoding-failed` */
export async function encodeSurface(surface: Surface, type: string, quality?: number): Promise<Blob> {
  let blob;
  try {
    blob = await surface.encode(type, quality);
  } catch (error) {
    throw new AppError('image-encoding-failed', {}, { cause: error });
  }
  // A canvas that fails gives an empty file, a browser that lacks the format gives PNG.
  if (blob.type !== type || blob.size === 0) throw new AppError('image-encoding-failed');
  return blob;
}
