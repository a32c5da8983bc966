import { describe, expect, it } from 'vitest';
import { namesInText } from '../../../src/export/papers/namesInText.ts';

const found = (text: string, ...names: string[]) =>
  namesInText(
    text,
    names.map((name) => ({ name })),
  );

describe('names inside what somebody has written', () => {
  it.each([
    ['Kari henter i kiosken', ['Kari']],
    ['spør KARI først', ['Kari']],
    ['Karis bil står i garasjen', ['Kari']],
    ['Det er karisma nok', []],
    ['Vi møtes hos Åse, ikke hos Øystein.', ['Åse', 'Øystein']],
    ['åse kommer', ['Åse']],
    ['Bæsj', []],
    ['', []],
  ])('%s', (text, names) => {
    expect(found(text, 'Kari', 'Åse', 'Øystein', 'Bæ')).toEqual(names);
  });

  it('finds one word of several', () => {
    expect(found('Siv kjører, og Nordmann tar toget', 'Tante Siv', 'Ola Nordmann')).toEqual([
      'Tante Siv',
      'Ola Nordmann',
    ]);
    expect(found('Jan-Erik vet det', 'Jan Erik')).toEqual(['Jan Erik']);
  });

  it('takes no word for a name that stands for everybody', () => {
    expect(found('Tante og onkel kommer med mor', 'Tante Siv', 'Mor')).toEqual([]);
    expect(namesInText('Naboen har nøkkel', [{ name: 'Naboen Per', role: 'naboen' }])).toEqual([]);
    expect(found('Mor til Siv', 'Mor Åse')).toEqual([]);
  });

  it('reads letters written in two ways as the same', () => {
    expect(found('A\u030ase ringer', 'Åse')).toEqual(['Åse']);
    expect(found('محمد kommer', 'محمد')).toEqual(['محمد']);
    expect(found('Привет, Наташа!', 'Наташа')).toEqual(['Наташа']);
  });

  it('says each name once', () => {
    expect(found('Kari og Kari', 'Kari', 'Kari')).toEqual(['Kari']);
  });
});
