import { t } from '../../i18n/t';
import { Segmented } from '../segmented';
import { useSetting } from '../use-setting';
import { Choice } from './choice';
import { Fixed } from './fixed';
import { Line } from './line';
import type { OptionsDeps } from './options-deps';
import { Section } from './section';
import { Switch } from './switch';

/** Pixels of a laptop's screen, a full-HD one, one of 2.5K and one of 4K. */
const widths = [1280, 1920, 2560, 3840];

/** How boards come to slides: by the clipboard, or as slides of their own. */
export function SlidesSection({ deps: { settings } }: { deps: OptionsDeps }) {
  const [shape, setShape] = useSetting(settings.slideShape);
  return (
    <Section anchor="slides" title={t('options_slides')}>
      <Choice
        setting={settings.slideWidth}
        label={t('options_slide_width')}
        hint={t('options_slide_width_hint')}
        values={widths}
        words={(width) => t('options_slide_pixels', width)}
      />
      <Fixed setting={settings.slideShape}>
        <Line label={t('options_slide_shape')}>
          <Segmented
            label={t('options_slide_shape')}
            value={shape ?? settings.slideShape.fallback}
            onChange={(next) => void setShape(next)}
            options={[
              { value: '16:9', label: t('slide_shape_wide') },
              { value: '4:3', label: t('slide_shape_classic') },
            ]}
          />
        </Line>
      </Fixed>
      <Switch
        name="slideCover"
        setting={settings.slideCover}
        label={t('options_slide_cover')}
        hint={t('options_slide_cover_hint')}
      />
    </Section>
  );
}
