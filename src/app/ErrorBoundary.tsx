import { Component, type ReactNode } from 'react';
import type { Translate } from '../i18n/translate.ts';
import { MessageScreen } from '../ui/shell/MessageScreen.tsx';
import type { OpenedMap } from './openedMap.ts';
import { saveCopy } from './rawFile.ts';

type Props = {
  readonly t: Translate;
  readonly opened: OpenedMap | null;
  readonly onCrash: () => void;
  readonly children: ReactNode;
};

/** A screen that can't be drawn must not take the map with it: it can be saved from here. */
export class ErrorBoundary extends Component<Props, { readonly crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override componentDidCatch(): void {
    this.props.onCrash();
  }

  override render(): ReactNode {
    const { t, opened, children } = this.props;
    if (!this.state.crashed) return children;
    const reload = { label: t('failure.reload'), onClick: () => location.reload() };
    const save = opened && { label: t('failure.saveFile'), onClick: () => saveCopy(opened) };
    return (
      <MessageScreen
        title={t('failure.crash.title')}
        body={t(opened ? 'failure.crash.body' : 'failure.crash.bodyNoMap')}
        actions={save ? [save, reload] : [reload]}
      />
    );
  }
}
