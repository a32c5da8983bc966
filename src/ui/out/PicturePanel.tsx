import { useCallback } from 'react';
import type { PlainKey } from '../../i18n/translate.ts';
import { PICTURE_FORMS, type PictureForm, sheetPicture } from '../../export/sheetPicture.ts';
import type { MapSheet } from '../../export/sheet/layoutSheet.ts';
import { useT } from '../kit/AppContext.tsx';
import { ChoiceField } from '../kit/ChoiceField.tsx';
import { LayerChoices, PaperChoices } from './choices.tsx';
import { LeftOutNotes } from './LeftOutNotes.tsx';
import { useChoose, useOut } from './outChoices.ts';
import { PreparedFile } from './PreparedFile.tsx';

const FORM_WORDS = {
  screen: 'out.picture.screen',
  double: 'out.picture.double',
  print: 'out.picture.print',
  svg: 'out.picture.svg',
} as const satisfies Record<PictureForm, PlainKey>;

const ONLY_MAP = ['map'] as const;

type Props = { readonly sheet: MapSheet; readonly say: (text: string) => void };

export function PicturePanel({ sheet, say }: Props) {
  const t = useT();
  const { picture, paper: size, turn } = useOut();
  const choose = useChoose();
  const make = useCallback(() => sheetPicture(sheet, { size, turn }, picture), [sheet, size, turn, picture]);
  return (
    <>
      <LeftOutNotes of="map" sheet={sheet} />
      <ChoiceField
        label={t('out.picture.form')}
        value={picture}
        choices={PICTURE_FORMS.map((value) => ({ value, text: t(FORM_WORDS[value]) }))}
        onChoose={(value) => choose({ picture: value })}
      />
      <PaperChoices />
      <LayerChoices of={ONLY_MAP} />
      <p className="quiet">{t('out.picture.hint')}</p>
      <div className="out-foot">
        <p>{t('out.ask.picture')}</p>
        <PreparedFile make={make} kind={picture === 'svg' ? 'svg' : 'png'} say={say} />
      </div>
    </>
  );
}
