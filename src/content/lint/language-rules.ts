/**
 * Words that hurt or promise, and what to say instead: the kit's own list, as data. A pattern is a regular expression
 * without regard to case, in which `\b` is the edge of a word in any alphabet; see language.ts.
 */
import type { Severity } from '../compile/issue.js';

export type LintedLanguage = 'en' | 'es';

export interface LanguageRule {
  readonly id: string;
  readonly severity: Severity;
  readonly pattern: string;
  /** As `pattern`, for acronyms: "MAT" is none of our words, "mat" is a mat. */
  readonly cased?: string;
  /** What to write instead. */
  readonly use: string;
  /** Who asks for it; `house` is this kit. */
  readonly from: string;
}

const ENGLISH: readonly LanguageRule[] = [
  {
    id: 'en-addict',
    severity: 'error',
    pattern: String.raw`\b(drug |heroin |meth |opioid )?addicts?\b`,
    use: 'person with a substance use disorder; person who uses drugs; your loved one',
    from: 'NIDA, VA',
  },
  {
    id: 'en-addicted-noun',
    severity: 'error',
    pattern: String.raw`\bthe addicted\b|\baddicted (individual|person|loved one)s?\b`,
    use: 'person with an addiction',
    from: 'VA',
  },
  {
    id: 'en-slang',
    severity: 'error',
    pattern: String.raw`\b(junkies?|druggies?|crackheads?|potheads?|stoners?|tweakers?|meth ?heads?|winos?|boozers?|dope ?(heads?|fiends?))\b`,
    use: 'person who uses drugs (name the drug only if needed)',
    from: 'NIDA, VA',
  },
  {
    id: 'en-alcoholic',
    severity: 'error',
    pattern: String.raw`\balcoholics?\b`,
    use: 'person with alcohol use disorder; person who drinks too much',
    from: 'NIDA, VA',
  },
  {
    id: 'en-drunk-noun',
    severity: 'error',
    pattern: String.raw`\b(a|the) drunks?\b`,
    use: 'person who drinks heavily',
    from: 'VA',
  },
  {
    id: 'en-abuse',
    severity: 'error',
    pattern: String.raw`\b(substance|drug|alcohol|prescription|opioid)s?[- ](drug )?abuse\b|\bdrugs? of abuse\b|\babuse potential\b`,
    use: 'substance use; drug or alcohol use; substance use disorder; unhealthy use',
    from: 'NIDA, VA',
  },
  {
    id: 'en-abuser',
    severity: 'error',
    pattern: String.raw`\b(substance|drug|alcohol|opioid|heroin|cocaine) abusers?\b|\babus(e|es|ed|ing) (drugs|alcohol|substances)\b`,
    use: 'person who uses drugs or alcohol',
    from: 'NIDA, Kelly and Westerhoff 2010',
  },
  {
    id: 'en-user',
    severity: 'warning',
    pattern: String.raw`\b(drug|substance|heroin|opioid|IV drug|injection drug) users?\b`,
    use: 'person who uses drugs',
    from: 'NIDA, VA',
  },
  {
    id: 'en-misuse',
    severity: 'hint',
    pattern: String.raw`\b(drug|substance|alcohol) misuse\b`,
    use: 'use; unhealthy use (misuse is fine for prescription medicine used not as directed)',
    from: 'NIDA, PMC9386168',
  },
  {
    id: 'en-habit',
    severity: 'error',
    pattern: String.raw`\b(drug|drinking|heroin) habit\b|\bkick(ing)? the habit\b`,
    use: 'substance use disorder; drug or alcohol use',
    from: 'NIDA, VA',
  },
  {
    id: 'en-clean',
    severity: 'error',
    pattern: String.raw`\b(get|getting|got|stay|staying|stayed|been|be|is|are|was|come|came|test|tests|tested) clean\b|\btest(s|ed|ing)? dirty\b|\bclean and sober\b|\b(clean|dirty) (test|urine|drug screen|screen|needle|needles|syringe|time)s?\b`,
    use: 'not using; in recovery; tested negative or positive; new or used (syringe)',
    from: 'NIDA, VA',
  },
  {
    id: 'en-recovering',
    severity: 'error',
    pattern: String.raw`\b(ex|former|reformed|recovering|recovered)[- ](drug )?(addict|alcoholic)s?\b`,
    use: 'person in recovery',
    from: 'NIDA, VA',
  },
  {
    id: 'en-relapse',
    severity: 'warning',
    pattern: String.raw`\brelaps(e|es|ed|ing)\b`,
    use: 'return to use; start using again; recurrence',
    from: 'NIDA, VA',
  },
  {
    id: 'en-slip',
    severity: 'hint',
    pattern: String.raw`\b(a|the) (lapse|slip)\b|\bfall(s|en|ing)? off the wagon\b`,
    use: 'used again',
    from: 'VA',
  },
  {
    id: 'en-denial',
    severity: 'warning',
    pattern: String.raw`\b(in )?denial\b`,
    use: 'does not see it the same way; is not sure there is a problem',
    from: 'VA',
  },
  {
    id: 'en-resist',
    severity: 'warning',
    pattern: String.raw`\b(treatment[- ])?resistan(t|ce)\b`,
    use: 'not ready; unsure about treatment; said no',
    from: 'VA',
  },
  {
    id: 'en-noncompliant',
    severity: 'error',
    pattern: String.raw`\bnon-?complian(t|ce)\b`,
    use: 'chose not to; did not take up',
    from: 'VA',
  },
  {
    id: 'en-fail-person',
    severity: 'error',
    pattern: String.raw`\b(you|they|he|she|family|families|patient|client) (have |has )?failed\b|\bfailed (treatment|rehab|patient)\b|\btreatment failure\b`,
    use: 'the plan did not lead to treatment this time; treatment did not help enough',
    from: 'VA',
  },
  {
    id: 'en-fail-intervention',
    severity: 'hint',
    pattern: String.raw`\b(failed|unsuccessful) (drug )?interventions?\b|\bintervention fail(s|ed|ure)?\b`,
    use: 'allowed once in a title for search; in body say an intervention that did not work',
    from: 'house',
  },
  {
    id: 'en-enable',
    severity: 'warning',
    pattern: String.raw`\benabl(er|ers)\b|\benabling (behaviou?rs?|him|her|them|addiction|use)\b|\bstop enabling\b`,
    use: 'help that may make it easier to keep using; protecting them from results of use',
    from: 'Recovery Research Institute, SMART Recovery',
  },
  {
    id: 'en-codep',
    severity: 'warning',
    pattern: String.raw`\bcodependen(t|cy|ce)\b`,
    use: 'describe the behavior: putting their needs ahead of your own',
    from: 'house',
  },
  {
    id: 'en-rockbottom',
    severity: 'error',
    pattern: String.raw`\b(hit(s|ting)? )?rock[ -]bottom\b`,
    use: 'people can get help at any point',
    from: 'house',
  },
  {
    id: 'en-toughlove',
    severity: 'warning',
    pattern: String.raw`\btough love\b`,
    use: 'clear limits said with care',
    from: 'house, White and Miller 2007',
  },
  {
    id: 'en-confront',
    severity: 'warning',
    pattern: String.raw`\bconfront(s|ed|ing|ation|ational)?\b`,
    use: 'talk with; meeting; (keep when naming the method being described)',
    from: 'White and Miller 2007',
  },
  {
    id: 'en-mat',
    severity: 'warning',
    pattern: String.raw`\bmedication[- ]assisted (treatment|therapy)\b|\b(opioid )?(substitution|replacement) (treatment|therapy)\b`,
    cased: String.raw`\bMAT\b`,
    use: 'medication for opioid use disorder (MOUD); medication for alcohol use disorder',
    from: 'NIDA, VA',
  },
  {
    id: 'en-sober',
    severity: 'hint',
    pattern: String.raw`\bsobriety\b|\bget(ting)? sober\b`,
    use: 'recovery; not drinking or using (fine when quoting how people describe themselves)',
    from: 'NIDA',
  },
  {
    id: 'en-rehab',
    severity: 'hint',
    pattern: String.raw`\brehab\b|\bdetox\b`,
    use: 'treatment; withdrawal care',
    from: 'NCDJ',
  },
  {
    id: 'en-suicide',
    severity: 'error',
    pattern: String.raw`\bcommit(s|ted|ting)? suicide\b|\b(failed|successful|unsuccessful) suicide( attempt)?s?\b|\bsuicide attempt (failed|succeeded)\b`,
    use: 'died by suicide; suicide attempt',
    from: 'house',
  },
  {
    id: 'en-suffer',
    severity: 'hint',
    pattern: String.raw`\b(suffer(s|ing)? from|afflicted (by|with)|victims? of) (addiction|alcoholism|substance|drug)\w*`,
    use: 'has; lives with',
    from: 'NHS',
  },
  {
    id: 'en-battle',
    severity: 'hint',
    pattern: String.raw`\b(battl(e|ing)|combat(ing)?|fight(ing)?|war on|scourge|plague|rampant)\b`,
    use: 'plain verb: has, treat, address',
    from: 'VA',
  },
  {
    id: 'en-alcoholism',
    severity: 'hint',
    pattern: String.raw`\balcoholism\b`,
    use: 'alcohol use disorder',
    from: 'VA',
  },
  {
    id: 'en-claim-rate',
    severity: 'error',
    pattern: String.raw`\b(success rates?|guarantee[ds]?|100 ?(%|percent) (confidential|private|anonymous)|HIPAA[- ](compliant|certified)|miracle|best (rehab|treatment)|#1)\b`,
    use: 'nothing: take the promise out, or say what a study found and cite it',
    from: 'FTC',
  },
  {
    id: 'en-cure',
    severity: 'warning',
    pattern: String.raw`\bcure[ds]?\b`,
    use: 'treat; manage; recover (never promise a cure)',
    from: 'FTC',
  },
  {
    // Only as advice: "Do not pour out the alcohol" is what we say ourselves.
    id: 'en-forced-stop',
    severity: 'error',
    pattern: String.raw`(?<=^|[.!?:]\s+|\n)(?:pour (?:out|away)|throw (?:out|away)|flush|hide|take away|get rid of|lock (?:away|up)) (?:all )?(?:the|their|his|her|any) (?:alcohol|liquor|beer|wine|drinks?|bottles?|pills?|medicines?|drugs?|stash)|(?<=^|[.!?:]\s+|\n)(?:make|force) (?:them|him|her) (?:to )?(?:stop|quit)|(?<=^|[.!?:]\s+|\n)(?:lock (?:them|him|her) (?:in|up)|search (?:their|his|her) (?:room|things|bag|phone|car)|block the (?:door|way out)|follow (?:them|him|her|their car))\b`,
    use: 'nothing: forcing somebody to stop, hiding, searching and locking in can cost a life; send them to a doctor',
    from: 'house, safety',
  },
  {
    id: 'en-should',
    severity: 'hint',
    pattern: String.raw`\byou should\b|\byou must\b`,
    use: 'you can; consider; talk to (keep must for emergency steps)',
    from: 'NHS',
  },
];

const SPANISH: readonly LanguageRule[] = [
  {
    id: 'es-adicto',
    severity: 'error',
    pattern: String.raw`\b(ex[- ]?)?adict[oa]s?\b`,
    use: 'persona con adicción; persona con un trastorno por consumo de sustancias; su ser querido',
    from: 'NIDA',
  },
  {
    id: 'es-drogadicto',
    severity: 'error',
    pattern: String.raw`\b(drogadict[oa]s?|drogadicción|drogodependientes?|toxicóman[oa]s?|toxicomanía)\b`,
    use: 'persona que consume drogas; trastorno por consumo de drogas',
    from: 'NIDA',
  },
  {
    id: 'es-jerga',
    severity: 'error',
    pattern: String.raw`\b(yonquis?|drogatas?|marihuaner[oa]s?|pastiller[oa]s?|cocainóman[oa]s?|heroinóman[oa]s?|borrach[oa]s?|vicios[oa]s?|vicios?)\b`,
    use: 'persona que consume (droga)',
    from: 'NIDA',
  },
  {
    id: 'es-alcoholico',
    severity: 'error',
    pattern: String.raw`\balcohólic[oa]s?\b`,
    use: 'persona con trastorno por consumo de alcohol',
    from: 'NIDA, MedlinePlus',
  },
  {
    id: 'es-alcoholismo',
    severity: 'hint',
    pattern: String.raw`\balcoholismo\b`,
    use: 'trastorno por consumo de alcohol',
    from: 'MedlinePlus',
  },
  {
    id: 'es-abuso',
    severity: 'error',
    pattern: String.raw`\babus(o|ar|a|an|ador|adores) (de|del) (las? )?(sustancias|drogas|alcohol|medicamentos|opioides)\b`,
    use: 'consumo; consumo perjudicial; trastorno por consumo',
    from: 'NIDA, MedlinePlus',
  },
  {
    id: 'es-usuario',
    severity: 'warning',
    pattern: String.raw`\b(usuari[oa]s?|consumidor(a|es|as)?) de (drogas|sustancias|alcohol|heroína|opioides)\b`,
    use: 'persona que consume drogas',
    from: 'NIDA',
  },
  {
    id: 'es-limpio',
    severity: 'error',
    pattern: String.raw`\b(estar|está|están|estuvo|sigue|mantenerse|quedar|quedarse|lleva) (limpi[oa]s?|suci[oa]s?)\b|\b(prueba|orina|jeringas?|agujas?) (limpias?|sucias?)\b`,
    use: 'sin consumir; en recuperación; prueba negativa o positiva; nueva o usada',
    from: 'NIDA',
  },
  {
    id: 'es-recaida',
    severity: 'warning',
    pattern: String.raw`\brecaídas?\b|\brecae[nr]?\b|\brecay(ó|eron|endo)\b`,
    use: 'volver a consumir; recurrencia del consumo',
    from: 'NIDA',
  },
  {
    id: 'es-negacion',
    severity: 'warning',
    pattern: String.raw`\b(en )?negación\b`,
    use: 'no lo ve de la misma manera',
    from: 'VA',
  },
  {
    id: 'es-resist',
    severity: 'warning',
    pattern: String.raw`\bresistentes?\b|\bresistencia (al|a la|a) (tratamiento|ayuda)\b`,
    use: 'no se siente listo o lista; tiene dudas sobre el tratamiento',
    from: 'VA',
  },
  {
    id: 'es-fracaso',
    severity: 'warning',
    pattern: String.raw`\bfracas(o|os|ó|aron|ar|ado|ada)\b|\bintervención fallida\b`,
    use: 'no funcionó esta vez; no llevó al tratamiento (fallida: solo una vez en el título)',
    from: 'house',
  },
  {
    id: 'es-codep',
    severity: 'warning',
    pattern: String.raw`\bcodepend(encia|encias|iente|ientes)\b`,
    use: 'describa la conducta',
    from: 'house',
  },
  {
    id: 'es-fondo',
    severity: 'error',
    pattern: String.raw`\bto(car|ca|can|có|caron|cado|que|quen) fondo\b`,
    use: 'la ayuda puede llegar en cualquier momento',
    from: 'house',
  },
  {
    id: 'es-mano-dura',
    severity: 'warning',
    pattern: String.raw`\bmano dura\b`,
    use: 'límites claros con cariño',
    from: 'house',
  },
  {
    // To face a fear or a problem is fine: only a person who is faced is meant.
    id: 'es-confrontar',
    severity: 'warning',
    pattern: String.raw`\bconfront(ar|arl[aeo]s?|a|an|ó|aron|ando|e|en|ación|aciones|ativ[ao]s?)\b|\benfrent(ar|ándo)l[aeo]s?\b|\benfréntel[aeo]s?\b|\benfrent(ar|arse|a|an|ó|aron|e|en|ando) (a|con) (su ser querido|la persona|él|ella|su (hij[ao]|espos[ao]|herman[ao]|pareja|padre|madre))\b`,
    use: 'hablar con; reunión (está bien si nombra el método que se describe)',
    from: 'White and Miller 2007',
  },
  {
    id: 'es-facilitador',
    severity: 'warning',
    pattern: String.raw`\b(alcahuete|solapar|solapador|facilitador(a|es)? (de la|del) (adicción|consumo))\b`,
    use: 'ayuda que puede hacer más fácil seguir consumiendo',
    from: 'house',
  },
  {
    id: 'es-tam',
    severity: 'warning',
    pattern: String.raw`\btratamiento asistido (con|por) medicamentos\b|\bterapia de (sustitución|reemplazo)\b`,
    cased: String.raw`\bTAM\b`,
    use: 'medicamentos para el trastorno por consumo de opioides',
    from: 'NIDA',
  },
  {
    id: 'es-suicidio',
    severity: 'error',
    pattern: String.raw`\bcomet(er|ió|en) (un )?suicidio\b|\b(intento|suicidio) (de suicidio )?(fallido|exitoso)\b`,
    use: 'murió por suicidio; intento de suicidio',
    from: 'house',
  },
  {
    id: 'es-sufre',
    severity: 'hint',
    pattern: String.raw`\b(sufre|sufren|padece|padecen|víctimas?) de (adicción|alcoholismo|drogas)\b`,
    use: 'tiene; vive con',
    from: 'NHS',
  },
  {
    id: 'es-rehab',
    severity: 'hint',
    pattern: String.raw`\b(desintoxicación|rehabilitación|anexo)\b`,
    use: 'tratamiento; atención de la abstinencia',
    from: 'house',
  },
  {
    id: 'es-claim',
    severity: 'error',
    pattern: String.raw`\b(tasas? de éxito|garantiza(do|mos|da)?|100 ?(%|por ciento) confidencial|cura(mos)? la adicción|cumple con HIPAA)\b`,
    use: 'nada: quite la promesa, o diga qué halló un estudio y cítelo',
    from: 'FTC',
  },
  {
    id: 'es-forced-stop',
    severity: 'error',
    pattern: String.raw`(?<=^|[.!?:]\s+|\n)(?:tire|bote|vacíe|esconda|quítele|guarde bajo llave) (?:todo |toda )?(?:el|la|los|las|su|sus) (?:alcohol|licor|cerveza|vino|bebidas?|botellas?|pastillas?|medicinas?|medicamentos?|drogas?)|(?<=^|[.!?:]\s+|\n)(?:haga|haz) que (?:pare|deje)|(?<=^|[.!?:]\s+|\n)(?:enciérrel[oa]|revise sus cosas|bloquee la (?:puerta|salida)|sígal[oa])\b`,
    use: 'nada: obligar a dejarlo, esconder, registrar o encerrar puede costar una vida; envíe a un médico',
    from: 'house, safety',
  },
];

export const LANGUAGE_RULES: Readonly<Record<LintedLanguage, readonly LanguageRule[]>> = { en: ENGLISH, es: SPANISH };

/** Names and plain uses in which a word is fine. They are passed over before the rules look. */
export const ALLOWED_PHRASES: Readonly<Record<LintedLanguage, readonly string[]>> = {
  en: [
    'Substance Abuse and Mental Health Services Administration',
    'National Institute on Drug Abuse',
    'Alcoholics Anonymous',
    'Adult Children of Alcoholics',
    'non-?alcoholic',
    'alcoholic (beverage|drink|hepatitis|liver)',
    'child abuse',
    'domestic abuse',
    'elder abuse',
    'physical abuse',
    'emotional abuse',
    'sexual abuse',
    'verbal abuse',
  ],
  es: [
    'Alcohólicos Anónimos',
    'bebidas? alcohólicas?',
    'hepatitis alcohólica',
    'Instituto Nacional sobre el Abuso de Drogas',
    'Administración de Servicios de Abuso de Sustancias y Salud Mental',
    'abuso (infantil|sexual|físico|emocional|doméstico|de menores)',
  ],
};
