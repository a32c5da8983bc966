import { Switch } from '@digdir/designsystemet-react';
import { useId } from 'react';
import type { Command } from '../../commands/command.ts';
import { COMMANDS } from '../../commands/table.ts';
import { useCommands, useMap } from '../kit/AppContext.tsx';

const LAYERS: readonly Command[] = [
  COMMANDS.toggleRings,
  COMMANDS.toggleRelations,
  COMMANDS.toggleQualities,
  COMMANDS.toggleProfessionals,
  COMMANDS.toggleOval,
  COMMANDS.toggleShapes,
];

/** What is drawn, on the screen and on the sheet. */
export function LayersPart() {
  const context = useCommands();
  const { t } = context;
  // The switches read the map through the commands: drawn anew whenever it changes.
  useMap();
  const id = useId();
  return (
    <section className="dialog-part" aria-labelledby={id}>
      <h3 id={id}>{t('settings.shown')}</h3>
      <div className="layer-switches">
        {LAYERS.map((command) => (
          <Switch
            key={command.name}
            label={t(command.name)}
            checked={command.isOn?.(context) ?? false}
            onChange={() => command.run(context)}
          />
        ))}
      </div>
    </section>
  );
}
