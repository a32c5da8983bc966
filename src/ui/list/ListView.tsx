import { useRef, useState } from 'react';
import { peopleInTray, peopleOnDrawing, placeOf } from '../../model/questions.ts';
import type { Person, PersonId, SectorId } from '../../model/types.ts';
import { sectorName } from '../../scene/words.ts';
import { useMap, useT, useView } from '../kit/AppContext.tsx';
import { CommandButton } from '../map/CommandButton.tsx';
import { PromptCard } from '../prompts/PromptCard.tsx';
import { SectorDot } from '../kit/SectorDot.tsx';
import { Centre } from './Centre.tsx';
import { GroupList } from './GroupList.tsx';
import { ListSection } from './ListSection.tsx';
import './ListView.css';
import { SelectionBar } from './SelectionBar.tsx';
import { useKeepFocus } from '../kit/useKeepFocus.ts';

const toggled = (open: ReadonlySet<PersonId>, id: PersonId): ReadonlySet<PersonId> =>
  open.has(id) ? new Set([...open].filter((one) => one !== id)) : new Set([...open, id]);

/** The same people as on the map, field by field; everything that can be done there can be done here. */
export function ListView() {
  const t = useT();
  const map = useMap();
  const isPrompting = useView((view) => view.prompts.open);
  const isEmpty = peopleOnDrawing(map).length === 0;
  const container = useRef<HTMLDivElement>(null);
  const remember = useKeepFocus(container, map);
  // Kept here, not in the row: somebody who gets another field stays open.
  const [open, setOpen] = useState<ReadonlySet<PersonId>>(new Set());
  const rows = { open, onToggle: (id: PersonId) => setOpen((before) => toggled(before, id)) };
  const peopleIn = (sector: SectorId): Person[] =>
    peopleOnDrawing(map).filter(({ id }) => {
      const place = placeOf(map, id);
      return place !== null && place !== 'tray' && place.sector === sector;
    });
  return (
    <div className="list-view" ref={container} onFocus={(event) => remember(event.target)}>
      <div className="list-intro">
        <p className="quiet">{t(isEmpty ? 'list.empty' : 'list.intro')}</p>
        {isEmpty && !isPrompting && <CommandButton id="prompts" />}
      </div>
      {isPrompting && <PromptCard onMap={false} />}
      <Centre />
      {map.sectors.map((sector) => (
        <ListSection
          key={sector.id}
          at={sector.id}
          title={sectorName(sector, t)}
          mark={<SectorDot hue={sector.hue} />}
          remark={sector.hidden ? t('list.hiddenField') : null}
          people={peopleIn(sector.id)}
          {...rows}
        />
      ))}
      <ListSection at="tray" title={t('place.tray')} mark={null} remark={null} people={peopleInTray(map)} {...rows} />
      <GroupList />
      <SelectionBar />
    </div>
  );
}
