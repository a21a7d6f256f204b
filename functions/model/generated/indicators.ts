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
    "minimumStations": 100,
    "minimumCount": 10,
    "limit": null
  }
} as const;
