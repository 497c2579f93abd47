import { asksForSignIn, type ErrorData } from '../../errors';
import type { Brand } from '../../boards/board';
import { ErrorNote } from '../error-note';
import { Icon } from '../icons/icon';
import { useStyles } from '../use-styles';
import { RemedyButton } from './remedy-button';
import style from './problem-strip.css?inline';

interface ProblemStripProps {
  error: ErrorData;
  brand: Brand;
  onRetry: () => void;
}

/** Above the list: why it may be incomplete, or why its boards cannot be saved. */
export function ProblemStrip({ error, brand, onRetry }: ProblemStripProps) {
  useStyles(style);
  // Then it is the main button: the one below can do nothing.
  const isSignIn = asksForSignIn(error.code);
  return (
    <div class="strip" role="alert">
      <Icon name="warning" />
      <div class="strip-text">
        <ErrorNote error={error} />
      </div>
      <RemedyButton
        error={error}
        brand={brand}
        onRetry={onRetry}
        signsInHere
        class={isSignIn ? 'button primary' : 'button'}
      />
    </div>
  );
}
