// Generated from schemas/indicators.json by `npm run generate`; edit that file instead.

/** The codes that the catalogue knows. */
export type IndicatorCode =
  | 'turnout-outlier'
  | 'turnout-outliers'
  | 'leader-share-outlier'
  | 'leader-share-outliers'
  | 'turnout-round'
  | 'leader-share-round'
  | 'turnout-last-digit'
  | 'leader-votes-last-digit'
  | 'turnout-leader-pearson'
  | 'turnout-leader-spearman'
  | 'leader-votes-second-digit';

/** Every indicator, by code: stations that it needs, the count from which a station is used, the limit beyond which it is flagged. */
export const indicators = {
  "turnout-outlier": {
    "title": {
      "en": "Turnout far from that of its area",
      "kk": "Сайлаушылардың қатысуы аумақтағыдан өзгеше",
      "ru": "Явка резко отличается от явки по территории"
    },
    "caveat": {
      "en": "Hospitals, prisons, barracks, ships and stations abroad are small and unlike their neighbours. Turnout that is skewed or of two kinds (town and village) in one area gives more of them.",
      "kk": "Ауруханалар, түрмелер, әскери бөлімдер, кемелер және шетелдегі учаскелер шағын әрі көршілеріне ұқсамайды. Бір аумақта қатысу үлестірімі қисық немесе екі түрлі (қала мен ауыл) болса, мұндай учаскелер көбейеді.",
      "ru": "Больницы, тюрьмы, казармы, суда и участки за рубежом малы и не похожи на соседние. Если явка на одной территории распределена скошенно или бывает двух видов (город и село), таких участков больше."
    },
    "minimumStations": 20,
    "minimumCount": 1,
    "limit": 3.5
  },
  "turnout-outliers": {
    "title": {
      "en": "Stations with turnout far from that of the area",
      "kk": "Қатысуы аумақтағыдан өзгеше учаскелер саны",
      "ru": "Число участков, явка на которых резко отличается от явки по территории"
    },
    "caveat": {
      "en": "In a large area a few are expected by chance: about 5 of 10,000 if turnout is normally distributed.",
      "kk": "Үлкен аумақта бірнешеуі кездейсоқ та болуы мүмкін: қатысу қалыпты үлестірілсе, 10 000 учаскеден шамамен 5.",
      "ru": "На большой территории несколько таких участков ожидаемы случайно: около 5 из 10 000, если явка распределена нормально."
    },
    "minimumStations": 20,
    "minimumCount": 1,
    "limit": null
  },
  "leader-share-outlier": {
    "title": {
      "en": "Leader's share far from that of its area",
      "kk": "Көшбасшының үлесі аумақтағыдан өзгеше",
      "ru": "Доля лидера резко отличается от доли по территории"
    },
    "caveat": {
      "en": "A stronghold of a minority, or the home of a candidate, is an outlier and an honest one.",
      "kk": "Азшылықтың тірегі немесе кандидаттың туған жері де өзгеше болады, бірақ бұл адал нәтиже.",
      "ru": "Место, где сильно меньшинство, или родина кандидата тоже выделяются, и это честный результат."
    },
    "minimumStations": 20,
    "minimumCount": 1,
    "limit": 3.5
  },
  "leader-share-outliers": {
    "title": {
      "en": "Stations with a leader's share far from that of the area",
      "kk": "Көшбасшының үлесі аумақтағыдан өзгеше учаскелер саны",
      "ru": "Число участков, доля лидера на которых резко отличается от доли по территории"
    },
    "caveat": {
      "en": "In a large area a few are expected by chance.",
      "kk": "Үлкен аумақта бірнешеуі кездейсоқ та болуы мүмкін.",
      "ru": "На большой территории несколько таких участков ожидаемы случайно."
    },
    "minimumStations": 20,
    "minimumCount": 1,
    "limit": null
  },
  "turnout-round": {
    "title": {
      "en": "Turnout at round percentages",
      "kk": "Дөңгелек пайыздағы қатысу",
      "ru": "Явка с круглыми процентами"
    },
    "caveat": {
      "en": "The paper draws counts from a binomial distribution around each station's own rate and looks at every whole percentage; here chance is exact and the same on every machine, for multiples of 5 alone. Stations with fewer than 100 registered voters, and shares under 2.5 or from 97.5 percent, are left out: simple fractions are common in small numbers.",
      "kk": "Мақалада сандар әр учаскенің өз үлесі айналасындағы биномдық үлестірімнен алынады және әрбір бүтін пайыз қаралады; мұнда ықтималдық дәл әрі кез келген машинада бірдей, бірақ тек 5-ке еселік пайыздар үшін. Тіркелген сайлаушысы 100-ден аз учаскелер және 2,5 пайыздан төмен не 97,5 пайыздан бастап үлестер есепке алынбайды: шағын сандарда қарапайым бөлшектер жиі кездеседі.",
      "ru": "В статье числа разыгрываются из биномиального распределения вокруг доли самого участка и рассматривается каждый целый процент; здесь вероятность точна и одинакова на любой машине, но только для процентов, кратных 5. Участки, где менее 100 зарегистрированных избирателей, и доли ниже 2,5 или от 97,5 процента не учитываются: у малых чисел простые дроби обычны."
    },
    "minimumStations": 100,
    "minimumCount": 100,
    "limit": 3
  },
  "leader-share-round": {
    "title": {
      "en": "Leader's share at round percentages",
      "kk": "Көшбасшының дөңгелек пайыздағы үлесі",
      "ru": "Доля лидера с круглыми процентами"
    },
    "caveat": {
      "en": "As turnout-round. A contest of two options at a tie has many stations near 50 percent, which the range around it takes into account.",
      "kk": "turnout-round сияқты. Екі нұсқасы тең түскен сайлауда көп учаске 50 пайызға жақын болады; айналасындағы аралық мұны ескереді.",
      "ru": "Как для turnout-round. Если два варианта набрали почти поровну, на многих участках доля близка к 50 процентам; это учтено диапазоном вокруг них."
    },
    "minimumStations": 100,
    "minimumCount": 100,
    "limit": 3
  },
  "turnout-last-digit": {
    "title": {
      "en": "Last digits of the voters who took part",
      "kk": "Қатысқандар санының соңғы цифрлары",
      "ru": "Последние цифры числа проголосовавших"
    },
    "caveat": {
      "en": "Only counts from 100 on, since small counts do not end evenly. One in a thousand honest elections is over the limit; protocols that are rounded, or summed from rounded parts, are over it too.",
      "kk": "Тек 100-ден басталатын сандар алынады, өйткені шағын сандардың соңғы цифрлары біркелкі болмайды. Мың адал сайлаудың біреуі шектен асады; дөңгелектелген немесе дөңгелек бөліктерден қосылған хаттамалар да асады.",
      "ru": "Только числа от 100: последние цифры малых чисел неравномерны. Одни честные выборы из тысячи выходят за предел; выходят за него и протоколы с округлёнными числами или суммами округлённых частей."
    },
    "minimumStations": 100,
    "minimumCount": 100,
    "limit": 27.877
  },
  "leader-votes-last-digit": {
    "title": {
      "en": "Last digits of the leader's votes",
      "kk": "Көшбасшы дауыстарының соңғы цифрлары",
      "ru": "Последние цифры голосов за лидера"
    },
    "caveat": {
      "en": "As turnout-last-digit.",
      "kk": "turnout-last-digit сияқты.",
      "ru": "Как для turnout-last-digit."
    },
    "minimumStations": 100,
    "minimumCount": 100,
    "limit": 27.877
  },
  "turnout-leader-pearson": {
    "title": {
      "en": "Correlation of turnout and the leader's share",
      "kk": "Қатысу мен көшбасшы үлесінің корреляциясы",
      "ru": "Корреляция явки и доли лидера"
    },
    "caveat": {
      "en": "It has no limit and is never flagged: ballot stuffing makes it positive, and so does a leader whose voters live where more people vote, as in the countryside.",
      "kk": "Шегі жоқ және ешқашан белгіленбейді: бюллетень тастау оны оң етеді, бірақ жақтастары көбірек дауыс беретін жерде, мысалы ауылда тұратын көшбасшы да солай етеді.",
      "ru": "Предела нет, и показатель никогда не отмечается: вброс делает его положительным, но то же делает и лидер, чьи сторонники живут там, где голосуют чаще, например в селе."
    },
    "minimumStations": 30,
    "minimumCount": 1,
    "limit": null
  },
  "turnout-leader-spearman": {
    "title": {
      "en": "Rank correlation of turnout and the leader's share",
      "kk": "Қатысу мен көшбасшы үлесінің рангілік корреляциясы",
      "ru": "Ранговая корреляция явки и доли лидера"
    },
    "caveat": {
      "en": "As turnout-leader-pearson.",
      "kk": "turnout-leader-pearson сияқты.",
      "ru": "Как для turnout-leader-pearson."
    },
    "minimumStations": 30,
    "minimumCount": 1,
    "limit": null
  },
  "leader-votes-second-digit": {
    "title": {
      "en": "Second digits of the leader's votes (2BL)",
      "kk": "Көшбасшы дауыстарының екінші цифрлары (2BL)",
      "ru": "Вторые цифры голосов за лидера (2BL)"
    },
    "caveat": {
      "en": "It has no limit and is never flagged. Deckert, Myagkov and Ordeshook show that honest elections break the law and fraud may keep it; stations of about the same size always break it. It is here because it is asked for, and so that nobody computes it without this warning.",
      "kk": "Шегі жоқ және ешқашан белгіленбейді. Декерт, Мягков және Ордешук адал сайлау бұл заңды бұзатынын, ал бұрмалау оны сақтай алатынын көрсетеді; көлемі шамалас учаскелер оны әрқашан бұзады. Ол сұралатындықтан және осы ескертусіз ешкім есептемеуі үшін берілген.",
      "ru": "Предела нет, и показатель никогда не отмечается. Декерт, Мягков и Ордешук показывают, что честные выборы нарушают этот закон, а фальсификация может его соблюдать; участки примерно одного размера нарушают его всегда. Он приведён потому, что о нём спрашивают, и чтобы никто не вычислял его без этого предупреждения."
    },
    "minimumStations": 100,
    "minimumCount": 10,
    "limit": null
  }
} as const;
