import type { BoardRecipe } from '../../board-recipe';
import { t } from '../../i18n/t';
import { useSetting } from '../use-setting';
import { BackgroundLine } from './background-line';
import { CheckLine } from './check-line';
import { Fixed } from './fixed';
import type { OptionsDeps } from './options-deps';
import { PicturePreview } from './picture-preview';
import {
  type Format,
  formatOptions,
  limitOptions,
  paddingOptions,
  qualityOptions,
  sizeOf,
  sizeOptions,
  sizeValue,
} from './recipe-choices';
import { Section } from './section';
import { SelectLine } from './select-line';
import { usePolicy } from './use-policy';

const usualQuality = 0.9;

/** What saving makes of a picture: only what means something for the format, and how it looks. */
export function PictureSection({ deps }: { deps: OptionsDeps }) {
  const { settings, previewPicture, readPolicy } = deps;
  const { allowedFormats } = usePolicy(readPolicy, deps) ?? {};
  const [stored, setRecipe] = useSetting(settings.recipe);
  const recipe = stored ?? settings.recipe.fallback;
  const { format, size, background, trim = false, padding = 0, isDescribed = false } = recipe;
  const change = (next: BoardRecipe): void => void setRecipe(next);
  const has = featuresOf(format);

  return (
    <Section anchor="pictures" title={t('options_pictures')} intro={t('options_pictures_intro')}>
      <Fixed setting={settings.recipe}>
        <SelectLine
          name="format"
          label={t('options_format')}
          hint={t('options_format_hint')}
          options={formatOptions(allowedFormats)}
          value={format}
          onChange={(chosen) => change({ ...recipe, format: chosen })}
        />
        {has.pixels && (
          <SelectLine
            name="size"
            label={t('options_size')}
            hint={t('options_size_hint')}
            options={sizeOptions(size)}
            value={sizeValue(size)}
            onChange={(chosen) => change({ ...recipe, size: sizeOf(chosen) })}
          />
        )}
        {has.quality && <QualityLines recipe={recipe} onChange={change} />}
        {has.drawing && (
          <>
            <BackgroundLine
              value={background}
              onChange={(colour) => {
                const { background: _, ...rest } = recipe;
                change(colour === undefined ? rest : { ...rest, background: colour });
              }}
            />
            <CheckLine
              name="trim"
              label={t('options_trim')}
              hint={t('options_trim_hint')}
              value={trim}
              onChange={(chosen) => change({ ...recipe, trim: chosen })}
            />
            <SelectLine
              name="padding"
              label={t('options_padding')}
              hint={t('options_padding_hint')}
              options={paddingOptions(padding)}
              value={String(padding)}
              onChange={(chosen) => change({ ...recipe, padding: Number(chosen) })}
            />
          </>
        )}
        <CheckLine
          name="describe"
          label={t('options_describe')}
          hint={t('options_describe_hint')}
          value={isDescribed}
          onChange={(chosen) => change({ ...recipe, isDescribed: chosen })}
        />
      </Fixed>
      {stored && <PicturePreview recipe={recipe} previewPicture={previewPicture} />}
    </Section>
  );
}

interface QualityLinesProps {
  recipe: BoardRecipe;
  onChange: (recipe: BoardRecipe) => void;
}

function QualityLines({ recipe, onChange }: QualityLinesProps) {
  const { maxBytes = 0, ...rest } = recipe;
  const percent = Math.round((recipe.quality ?? usualQuality) * 100);
  return (
    <>
      <SelectLine
        name="quality"
        label={t('options_quality')}
        hint={t('options_quality_hint')}
        options={qualityOptions(percent)}
        value={String(percent)}
        onChange={(chosen) => onChange({ ...recipe, quality: Number(chosen) / 100 })}
      />
      <SelectLine
        name="maxBytes"
        label={t('options_max_bytes')}
        hint={t('options_max_bytes_hint')}
        options={limitOptions(maxBytes)}
        value={String(maxBytes)}
        onChange={(chosen) => onChange(chosen === '0' ? rest : { ...rest, maxBytes: Number(chosen) })}
      />
    </>
  );
}

/** Which choices mean something for a format. */
function featuresOf(format: Format): Record<'pixels' | 'quality' | 'drawing', boolean> {
  return {
    pixels: format === 'png' || format === 'jpeg' || format === 'webp',
    quality: format === 'jpeg' || format === 'webp',
    drawing: format !== 'as-served',
  };
}
