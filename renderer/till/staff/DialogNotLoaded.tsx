import { useText } from '../../ui/use-text.ts';
import { NotLoaded } from '../system/NotLoaded.tsx';
import { TopDialog } from './TopDialog.tsx';

/** Stands in the place of a dialog whose files did not come. */
export function DialogNotLoaded() {
  const say = useText();
  return (
    <TopDialog title={say.text('staff.whoSells')}>
      <NotLoaded />
    </TopDialog>
  );
}
