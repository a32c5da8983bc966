/**
 * Words of our own choosing, put together in twos as Norwegian does: "solstige". 128 × 128 of them, so five make 70 bits.
 * Letters that every keyboard has, the same in bokmål and nynorsk where the language lets us, and nothing unkind.
 */
const FIRST =
  'sol vind regn sand stein fjell skog gras korn hage park torg bygd dal elv foss fjord strand hav tang fisk torsk laks ' +
  'sild krabbe hest sau geit katt hund hare elg hjort rein bever mus spurv ugle falk svane trost humle maur eple plomme ' +
  'banan melon sitron kiwi tomat potet agurk salat kaffe kakao saft suppe vaffel bolle kake brev blad penn papir bord ' +
  'lampe seng pute teppe gardin vindu port trapp tak peis ovn gryte panne kopp skje gaffel flaske kurv sekk koffert lue ' +
  'skjerf jakke genser bukse sokk knapp tog buss sykkel kano seil anker kart kompass telt kjelke ball tromme gitar piano ' +
  'sang dans film radio klokke morgen kveld natt sommer vinter mai lys skygge farge gull kobber silke ull lin bomull ' +
  'sirkus glass';
const SECOND =
  'bok hus hytte topp krok bakke vei sti bru kai brygge holme vik odde tjern kilde eng mark tun plass gate stasjon loft ' +
  'kjeller stue rom hylle skap skuff boks eske krukke mugge fat skive bit duft smak lukt lyd tone vise fele fest reise tur ' +
  'ferie helg dag time stund glede ro latter venn nabo gjest lege baker smed maler bonde fisker sanger danser leser ' +
  'vandrer mester lag klubb skole kurs stol benk stige stang snor garn nett tau duk pose veske mappe skilt bilde speil ' +
  'ramme maling blekk krone mynt perle ring merke flagg pipe horn fugl lam kalv unge hale vinge fjer pels snute pote rot ' +
  'kvist gren stamme bark kongle busk hekk blomst frukt saus deig brett kloss hjul motor vogn skip ferge vase';

/** @internal */
export const FIRST_PARTS: readonly string[] = FIRST.split(' ');
/** @internal */
export const SECOND_PARTS: readonly string[] = SECOND.split(' ');

const WORDS = 5;

/** Five words, from the browser's own dice; 128 divides 256, so that no word is likelier than another. */
export function proposePassphrase(dice: Uint8Array = crypto.getRandomValues(new Uint8Array(2 * WORDS))): string {
  const part = (parts: readonly string[], index: number) => parts[(dice[index] ?? 0) % parts.length] ?? '';
  return Array.from(
    { length: WORDS },
    (_, word) => part(FIRST_PARTS, 2 * word) + part(SECOND_PARTS, 2 * word + 1),
  ).join(' ');
}
