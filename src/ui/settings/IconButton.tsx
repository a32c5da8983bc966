import { Button } from '@digdir/designsystemet-react';
import { Icon, type IconName } from '../kit/Icon.tsx';

type Props = {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress: () => void;
  /** Why it does nothing just now is plain to see; it stays in reach, so that the focus isn't lost. */
  readonly isIdle?: boolean;
};

export const IconButton = ({ icon, label, onPress, isIdle = false }: Props) => (
  <Button
    variant="tertiary"
    icon
    aria-label={label}
    title={label}
    aria-disabled={isIdle}
    onClick={() => isIdle || onPress()}
  >
    <Icon name={icon} />
  </Button>
);
