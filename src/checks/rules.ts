import type { Report, Rulebook } from '../model/rulebook.ts';

const error = (rule: string) => ({ severity: 'error', rule }) as const;
const warning = (rule: string) => ({ severity: 'warning', rule }) as const;

/** Every finding about the catalogue as a whole: its code, how grave it is, and the rule in Swedish. */
export const CHECK_RULES = {
  'publicerat-skiljer': error('Rikets andel, räknad ur svaren och avrundad, ska vara den som är publicerad.'),
  'publicerat-skiljer-ungefar': warning(
    'Rikets andel bör ligga nära en publicerad siffra som är ungefärlig.',
  ),
  'enkat-kommuner-saknas': error('Varje kommun ska ha en rad i enkätfilen, även den som inte har svarat.'),
  'enkat-stadsdelar-saknas': error(
    'Varje stadsdel som svarar i stället för sin stad ska ha en rad i enkätfilen.',
  ),
  'register-kommuner-saknas': warning('Ett register med värden för kommuner bör ha en rad för varje kommun.'),
  'kommun-lika-lan': error('En kommun ska ha sitt eget värde, inte länets.'),
  'kommun-kanske-lika-lan': warning('En kommun har sällan exakt samma värde som sitt län.'),
  'kommun-troligen-lan': error('En kommun som heter som sitt län ska inte ha länets värde.'),
  'skala-hopp': warning('Ett mått ändras sällan flera gånger om från ett år till nästa.'),
  'skala-avviker': warning('En kommuns värde är sällan många gånger större eller mindre än andras.'),
  'folkmangd-orimlig': warning('En folkmängd bör ligga nära den som referensdata har.'),
  'andel-som-kvot': warning('Andelar skrivs i procent, från 0 till 100.'),
  'summa-kon': error('Kvinnor och män ska tillsammans bli alla.'),
  'summa-over-lan': error('Kommunerna kan inte tillsammans ha mer än sitt län.'),
  'summa-over-riket': error('Delarna av landet kan inte tillsammans ha mer än riket.'),
  'version-andrad': error('En version som är publicerad ändras aldrig.'),
  'version-sankt': error('Versionens nummer ska bli högre för varje gång.'),
  'rattelse-saknas': error(
    'Ett värde som har ändrats sedan förra versionen ska ha en rättelse som säger varför.',
  ),
  'exempel-blandat': error('Exempeldata och verkliga svar får inte blandas i samma fråga och år.'),
  'ar-utan-utgava': error('Svar på en enkätfråga ska höra till en utgåva i omrade.json.'),
} as const satisfies Rulebook<string>;

export type CheckReport = Report<keyof typeof CHECK_RULES>;
