import type { RefObject } from 'preact';
import { useImperativeHandle, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatPercent } from '../../../i18n/format-percent';
import { t } from '../../../i18n/t';
import { PreviewButton } from './preview-button';
import { nextZoom, scrollKeepingMiddle } from './zoom';

/** How a picture can be looked at: `fit`: all of it; `pixels`: one of its pixels for one of the screen. */
export type ZoomStep = 'in' | 'out' | 'fit' | 'pixels';

/** What keys ask of the picture. */
export interface Zoomable {
  /** Whether all of it is seen: then there is nothing to scroll. */
  isWhole(): boolean;
  zoom(step: ZoomStep): void;
  focus(): void;
}

interface PreviewPictureProps {
  name: string;
  url: string | undefined;
  /** It is the small picture, which stands in until the whole one is read: nothing to look into. */
  isSmall: boolean;
  zoomable: RefObject<Zoomable | null>;
}

/** One picture: all of it, or larger than its room and scrolled by keys, wheel or finger. */
export function PreviewPicture({ name, url, isSmall, zoomable }: PreviewPictureProps) {
  const room = useRef<HTMLElement>(null);
  const scrollTo = useRef({ left: 0, top: 0 });
  const [natural, setNatural] = useState<{ width: number; height: number }>();
  /** Pixels of the screen for one of the picture; undefined: all of it is seen. */
  const [zoom, setZoom] = useState<number>();
  const [shown, setShown] = useState<number>();
  const density = window.devicePixelRatio;

  const zoomNow = (): number => {
    const box = room.current;
    if (zoom !== undefined || !box || !natural) return zoom ?? 1;
    return density * Math.min(1, box.clientWidth / natural.width, box.clientHeight / natural.height);
  };
  const change = (step: ZoomStep): void => {
    const box = room.current;
    if (!box || !natural) return;
    const now = zoomNow();
    const next = { in: nextZoom(now, 1), out: nextZoom(now, -1), fit: undefined, pixels: 1 }[step];
    const growth = (next ?? now) / now;
    const { scrollLeft, clientWidth, scrollTop, clientHeight } = box;
    scrollTo.current = {
      left: scrollKeepingMiddle(scrollLeft, clientWidth, growth),
      top: scrollKeepingMiddle(scrollTop, clientHeight, growth),
    };
    setZoom(next);
  };
  useLayoutEffect(() => {
    if (zoom !== undefined) room.current?.scrollTo(scrollTo.current);
  }, [zoom]);
  useLayoutEffect(() => {
    if (!room.current) return undefined;
    const observer = new ResizeObserver(() => setShown(natural && zoomNow()));
    observer.observe(room.current);
    return () => observer.disconnect();
  }, [zoom, natural]);
  useImperativeHandle(zoomable, () => ({
    isWhole: () => zoom === undefined,
    zoom: change,
    focus: () => room.current?.focus(),
  }));

  return (
    <>
      <figure
        ref={room}
        class={`preview-room ${zoom === undefined ? 'whole' : ''} ${isSmall ? 'small' : ''}`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
        tabIndex={0}
        aria-label={name}
      >
        {url && (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- keys and the buttons below do the same
          <img
            src={url}
            alt={name}
            draggable={false}
            style={zoom && natural ? { inlineSize: `${(natural.width * zoom) / density}px` } : undefined}
            onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
              setNatural(isSmall ? undefined : { width, height })
            }
            onClick={() => change(zoom === undefined ? 'pixels' : 'fit')}
          />
        )}
      </figure>
      <div class="preview-zoom">
        <PreviewButton icon="minus" label={t('preview_zoom_out')} onClick={() => change('out')} />
        <button
          type="button"
          class="button preview-scale"
          title={t('preview_fit')}
          data-action="preview-fit"
          onClick={() => change('fit')}
        >
          <span class="visually-hidden">{t('preview_fit')} </span>
          {shown === undefined ? '…' : formatPercent(shown)}
        </button>
        <PreviewButton icon="plus" label={t('preview_zoom_in')} onClick={() => change('in')} />
      </div>
    </>
  );
}
