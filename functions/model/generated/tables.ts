// Generated from schemas/tables/ by `npm run generate`; edit that file instead.

export const tables = {
  "in": {
    "candidates": {
      "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
      "title": "Lists and candidates",
      "description": "uploads/<election>/candidates/<name>.csv",
      "fields": [
        {
          "name": "contest",
          "type": "string",
          "description": "Contest id.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "option",
          "type": "string",
          "description": "Option id of the list or candidate.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "order",
          "type": "integer",
          "description": "Place on the list, from 1.",
          "constraints": {
            "required": true,
            "minimum": 1
          }
        },
        {
          "name": "name_en",
          "type": "string",
          "description": "Name in English; name_<language> for each language of the election."
        },
        {
          "name": "name_kk",
          "type": "string",
          "description": "Name in Kazakh."
        },
        {
          "name": "name_ru",
          "type": "string",
          "description": "Name in Russian."
        },
        {
          "name": "woman",
          "type": "boolean",
          "description": "yes, no, or empty where not known."
        },
        {
          "name": "youth",
          "type": "boolean",
          "description": "yes, no, or empty where not known."
        },
        {
          "name": "disability",
          "type": "boolean",
          "description": "yes, no, or empty where not known."
        },
        {
          "name": "birth_date",
          "type": "string",
          "description": "Date of birth as 1980-12-31, or the year alone; checked against the least age, then dropped: it is neither stored nor published."
        },
        {
          "name": "independent",
          "type": "boolean",
          "description": "Self-nominated."
        },
        {
          "name": "person",
          "type": "string",
          "description": "Id of the person, the same wherever the person stands: only so are two candidates taken for one person, never by equal names. Letters, digits, dots, hyphens and underscores; no number of an identity document, for it is published."
        },
        {
          "name": "status",
          "type": "string",
          "description": "withdrawn or deceased, where the person can take no seat; else empty. Who leaves a seat that was taken stands under `vacancies` of the contest.",
          "constraints": {
            "enum": [
              "withdrawn",
              "deceased"
            ]
          }
        },
        {
          "name": "preferences",
          "type": "integer",
          "description": "Votes for the person alone, where voters may prefer a candidate of the list.",
          "constraints": {
            "minimum": 0
          }
        },
        {
          "name": "sort_name",
          "type": "string",
          "description": "Name as it is put in alphabetical order, family name first; the name itself unless given."
        },
        {
          "name": "source",
          "type": "string",
          "description": "Source ids separated by semicolons."
        }
      ],
      "missingValues": [
        ""
      ],
      "primaryKey": [
        "contest",
        "option",
        "order"
      ]
    },
    "results": {
      "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
      "title": "Protocols",
      "description": "uploads/<election>/results/<contest>/<name>.csv. Only area (and station, where the contest is reported by station) is needed; columns that a file does not have are not reported by it. An empty cell is missing, never zero.",
      "fields": [
        {
          "name": "area",
          "type": "string",
          "description": "Area id.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "station",
          "type": "string",
          "description": "Station id; empty where the contest is reported by area."
        },
        {
          "name": "registered",
          "type": "integer",
          "description": "Voters on the lists.",
          "constraints": {
            "minimum": 0
          }
        },
        {
          "name": "issued",
          "type": "integer",
          "description": "Ballots issued to voters.",
          "constraints": {
            "minimum": 0
          }
        },
        {
          "name": "cast",
          "type": "integer",
          "description": "Voters who took part: ballots found in the boxes.",
          "constraints": {
            "minimum": 0
          }
        },
        {
          "name": "invalid",
          "type": "integer",
          "description": "Invalid ballots.",
          "constraints": {
            "minimum": 0
          }
        },
        {
          "name": "blank",
          "type": "integer",
          "description": "Blank ballots, where the protocol counts them apart from valid and invalid ones.",
          "constraints": {
            "minimum": 0
          }
        },
        {
          "name": "valid",
          "type": "integer",
          "description": "Valid ballots.",
          "constraints": {
            "minimum": 0
          }
        },
        {
          "name": "received",
          "type": "integer",
          "description": "Ballots the station received.",
          "constraints": {
            "minimum": 0
          }
        },
        {
          "name": "unused",
          "type": "integer",
          "description": "Ballots left over and cancelled.",
          "constraints": {
            "minimum": 0
          }
        },
        {
          "name": "absentee",
          "type": "integer",
          "description": "Voters with an absentee certificate.",
          "constraints": {
            "minimum": 0
          }
        },
        {
          "name": "outside",
          "type": "integer",
          "description": "Voters outside the premises.",
          "constraints": {
            "minimum": 0
          }
        },
        {
          "name": "option",
          "type": "string",
          "description": "Long layout: option id. Wide layout: a column for each option, headed by its id."
        },
        {
          "name": "votes",
          "type": "integer",
          "description": "Long layout: votes of the option.",
          "constraints": {
            "minimum": 0
          }
        },
        {
          "name": "source",
          "type": "string",
          "description": "Source ids separated by semicolons."
        }
      ],
      "missingValues": [
        ""
      ]
    },
    "stations": {
      "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
      "title": "Register of stations",
      "description": "uploads/<election>/stations/<name>.csv",
      "fields": [
        {
          "name": "station",
          "type": "string",
          "description": "Station id.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "area",
          "type": "string",
          "description": "Area id.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "name",
          "type": "string",
          "description": "Name or address."
        },
        {
          "name": "registered",
          "type": "integer",
          "description": "Voters on its list.",
          "constraints": {
            "minimum": 0
          }
        },
        {
          "name": "source",
          "type": "string",
          "description": "Source ids separated by semicolons."
        }
      ],
      "missingValues": [
        ""
      ],
      "primaryKey": [
        "station"
      ]
    },
    "turnout": {
      "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
      "title": "Turnout snapshots",
      "description": "uploads/<election>/turnout/<name>.csv",
      "fields": [
        {
          "name": "area",
          "type": "string",
          "description": "Area id.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "time",
          "type": "string",
          "description": "Local date and time, 2023-03-19T10:00, or with an offset.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "registered",
          "type": "integer",
          "description": "Voters on the lists.",
          "constraints": {
            "minimum": 0
          }
        },
        {
          "name": "issued",
          "type": "integer",
          "description": "Ballots issued so far.",
          "constraints": {
            "minimum": 0
          }
        },
        {
          "name": "percent",
          "type": "number",
          "description": "Share of voters who took ballots, as published."
        },
        {
          "name": "source",
          "type": "string",
          "description": "Source ids separated by semicolons."
        }
      ],
      "missingValues": [
        ""
      ],
      "primaryKey": [
        "area",
        "time"
      ]
    }
  },
  "out": {
    "areas": {
      "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
      "title": "Areas",
      "description": "The tree of areas: a parent stands before its children.",
      "fields": [
        {
          "name": "area",
          "type": "string",
          "description": "Area id.",
          "constraints": {
            "required": true,
            "unique": true
          }
        },
        {
          "name": "type",
          "type": "string",
          "description": "Kind of area.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "parent",
          "type": "string",
          "description": "The area it lies in."
        },
        {
          "name": "name_en",
          "type": "string",
          "description": "Name in English."
        },
        {
          "name": "name_kk",
          "type": "string",
          "description": "Name in Kazakh."
        },
        {
          "name": "name_ru",
          "type": "string",
          "description": "Name in Russian."
        },
        {
          "name": "note",
          "type": "string",
          "description": "Remark, in the first language of the election."
        },
        {
          "name": "source",
          "type": "string",
          "description": "Source id."
        }
      ],
      "missingValues": [
        ""
      ],
      "primaryKey": [
        "area"
      ],
      "foreignKeys": [
        {
          "fields": [
            "parent"
          ],
          "reference": {
            "fields": [
              "area"
            ]
          }
        }
      ]
    },
    "candidates": {
      "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
      "title": "Candidates",
      "description": "Lists and candidates as registered, with the groups that a quota counts.",
      "fields": [
        {
          "name": "contest",
          "type": "string",
          "description": "Contest id.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "option",
          "type": "string",
          "description": "Option id.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "order",
          "type": "integer",
          "description": "Place on the list.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "name_en",
          "type": "string",
          "description": "Name in English."
        },
        {
          "name": "name_kk",
          "type": "string",
          "description": "Name in Kazakh."
        },
        {
          "name": "name_ru",
          "type": "string",
          "description": "Name in Russian."
        },
        {
          "name": "woman",
          "type": "boolean",
          "description": "Empty where not known."
        },
        {
          "name": "youth",
          "type": "boolean",
          "description": "Empty where not known."
        },
        {
          "name": "disability",
          "type": "boolean",
          "description": "Empty where not known."
        },
        {
          "name": "independent",
          "type": "boolean",
          "description": "Self-nominated."
        },
        {
          "name": "source",
          "type": "string",
          "description": "Source ids."
        },
        {
          "name": "person",
          "type": "string",
          "description": "Id of the person, the same wherever the person stands."
        },
        {
          "name": "status",
          "type": "string",
          "description": "withdrawn or deceased: can take no seat.",
          "constraints": {
            "enum": [
              "withdrawn",
              "deceased"
            ]
          }
        },
        {
          "name": "preferences",
          "type": "integer",
          "description": "Votes for the person alone."
        },
        {
          "name": "sort_name",
          "type": "string",
          "description": "Name as it is put in alphabetical order, where that is another."
        }
      ],
      "missingValues": [
        ""
      ],
      "primaryKey": [
        "contest",
        "option",
        "order"
      ]
    },
    "changes": {
      "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
      "title": "Changes",
      "description": "What differs from the previous release, value by value where a file was corrected; a file that is new stands as one row with its number of records. Members of the definition are compared as wholes; long ones stand as their SHA-256.",
      "fields": [
        {
          "name": "contest",
          "type": "string",
          "description": "Contest id."
        },
        {
          "name": "area",
          "type": "string",
          "description": "Area id."
        },
        {
          "name": "station",
          "type": "string",
          "description": "Station id."
        },
        {
          "name": "field",
          "type": "string",
          "description": "What changed: a count of the protocol or votes:<option> (source:<either> when only its source changed); of other tables the column, with :<option>:<place> of a candidate or :<time> of a snapshot; a member of the definition; records of a new file; status, with who says so, when and why as status:by, status:at, status:reason.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "before",
          "type": "string",
          "description": "Value in the previous release; empty when it was not there."
        },
        {
          "name": "after",
          "type": "string",
          "description": "Value in this release; empty when it is gone."
        },
        {
          "name": "upload",
          "type": "string",
          "description": "The uploaded file that changed it.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "reason",
          "type": "string",
          "description": "Why, as whoever uploaded the file has said (its metadata reason, sailau upload --reason); of a status its own reason. Empty where nothing was said."
        }
      ],
      "missingValues": [
        ""
      ]
    },
    "completeness": {
      "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
      "title": "Completeness",
      "description": "Protocols expected, reported, missing, rejected and corrected, and when they came, by contest and area; an area counts with all that lie in it.",
      "fields": [
        {
          "name": "contest",
          "type": "string",
          "description": "Contest id.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "area",
          "type": "string",
          "description": "Area id.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "expected",
          "type": "integer",
          "description": "Protocols expected; empty where nobody has said, or not of every part of the area.",
          "unit": "{protocol}",
          "constraints": {
            "minimum": 0
          }
        },
        {
          "name": "reported",
          "type": "integer",
          "description": "Protocols with votes.",
          "unit": "{protocol}",
          "constraints": {
            "required": true,
            "minimum": 0
          }
        },
        {
          "name": "missing",
          "type": "integer",
          "description": "Expected and not reported; empty where it is not known how many are expected.",
          "unit": "{protocol}",
          "constraints": {
            "minimum": 0
          }
        },
        {
          "name": "rejected",
          "type": "integer",
          "description": "Protocols found in files whose newest version was rejected. What an earlier version of such a file reported is still in force and counted as reported.",
          "unit": "{protocol}",
          "constraints": {
            "required": true,
            "minimum": 0
          }
        },
        {
          "name": "codes",
          "type": "string",
          "description": "Why they were rejected: codes of the errors, as in docs/findings.md, separated by semicolons. A file of which no protocol could be read shows its codes here, at the area of the contest, and no number."
        },
        {
          "name": "corrected",
          "type": "integer",
          "description": "Protocols of which a later version of their file states other numbers than an earlier one.",
          "unit": "{protocol}",
          "constraints": {
            "required": true,
            "minimum": 0
          }
        },
        {
          "name": "first",
          "type": "string",
          "description": "When the first accepted file with protocols of the area was uploaded, ISO 8601; empty where none was."
        },
        {
          "name": "last",
          "type": "string",
          "description": "When the last one was."
        }
      ],
      "missingValues": [
        ""
      ],
      "primaryKey": [
        "contest",
        "area"
      ],
      "foreignKeys": [
        {
          "fields": [
            "area"
          ],
          "reference": {
            "resource": "areas",
            "fields": [
              "area"
            ]
          }
        }
      ]
    },
    "elected": {
      "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
      "title": "Elected",
      "description": "Who holds or held each seat, as far as published; and the seats that nobody holds, with the reason.",
      "fields": [
        {
          "name": "contest",
          "type": "string",
          "description": "Contest id.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "option",
          "type": "string",
          "description": "Option id, where it is known."
        },
        {
          "name": "name",
          "type": "string",
          "description": "Person, in the first language of the election; empty for seats that nobody holds."
        },
        {
          "name": "party",
          "type": "string",
          "description": "Party id."
        },
        {
          "name": "independent",
          "type": "boolean",
          "description": "Self-nominated."
        },
        {
          "name": "basis",
          "type": "string",
          "description": "computed: from the published votes; declared: by the authority, where the votes and lists do not tell; both: the two agree.",
          "constraints": {
            "required": true,
            "enum": [
              "computed",
              "declared",
              "both"
            ]
          }
        },
        {
          "name": "source",
          "type": "string",
          "description": "Source ids of the declaration."
        },
        {
          "name": "seat",
          "type": "integer",
          "description": "Number of the seat among those of the option; empty for a person who is only declared and for seats that nobody holds."
        },
        {
          "name": "seats",
          "type": "integer",
          "description": "Seats that the row stands for: 1 for a holder, 0 for who has left, more for seats that nobody holds for the same reason. The sum for an option is its seats, once the authority and the computation agree.",
          "unit": "{seat}",
          "constraints": {
            "required": true,
            "minimum": 0
          }
        },
        {
          "name": "by",
          "type": "string",
          "description": "How the seat was won. ballot: stood alone; list-order: next on the list; preferences: enough votes of their own; party-decision: named by the party; alphabet: the party has named nobody.",
          "constraints": {
            "enum": [
              "ballot",
              "list-order",
              "preferences",
              "party-decision",
              "alphabet"
            ]
          }
        },
        {
          "name": "person",
          "type": "string",
          "description": "Id of the person, where the candidates table gives one."
        },
        {
          "name": "since",
          "type": "string",
          "description": "Date from which the seat was vacant before; empty for who won it in the election."
        },
        {
          "name": "until",
          "type": "string",
          "description": "Date from which it is vacant; empty while it is held."
        },
        {
          "name": "reason",
          "type": "string",
          "description": "Why nobody holds the seats, or why the person has left (declined, resigned, deceased, mandate-ended).",
          "constraints": {
            "enum": [
              "party-undecided",
              "candidates-missing",
              "list-exhausted",
              "no-successor",
              "preferences-missing",
              "name-missing",
              "lots-required",
              "declined",
              "resigned",
              "deceased",
              "mandate-ended"
            ]
          }
        }
      ],
      "missingValues": [
        ""
      ]
    },
    "findings": {
      "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
      "title": "Findings",
      "description": "Warnings that the accepted data carry, station by station: official protocols contain inconsistencies, and the public has a right to see them.",
      "fields": [
        {
          "name": "code",
          "type": "string",
          "description": "Code of the finding, see docs/findings.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "level",
          "type": "string",
          "description": "error or warning.",
          "constraints": {
            "required": true,
            "enum": [
              "error",
              "warning"
            ]
          }
        },
        {
          "name": "contest",
          "type": "string",
          "description": "Contest id."
        },
        {
          "name": "area",
          "type": "string",
          "description": "Area id."
        },
        {
          "name": "station",
          "type": "string",
          "description": "Station id."
        },
        {
          "name": "option",
          "type": "string",
          "description": "Option id."
        },
        {
          "name": "message",
          "type": "string",
          "description": "What was found, in English.",
          "constraints": {
            "required": true
          }
        }
      ],
      "missingValues": [
        ""
      ]
    },
    "indicators": {
      "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
      "title": "Indicators",
      "description": "Statistical indicators of contests that are reported by station, as docs/indicators.md defines them. An indicator is a question to ask, never a verdict; where there are too few stations, there is no row.",
      "fields": [
        {
          "name": "contest",
          "type": "string",
          "description": "Contest id.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "area",
          "type": "string",
          "description": "Area id: that of the contest, that of the stations looked at together, or that of the station.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "station",
          "type": "string",
          "description": "Station id, where the row is about one."
        },
        {
          "name": "indicator",
          "type": "string",
          "description": "Code of the indicator, as in docs/indicators.md.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "option",
          "type": "string",
          "description": "Option id of the leader, the option with the most votes in the contest, where the indicator is about its votes."
        },
        {
          "name": "value",
          "type": "number",
          "description": "What the formula gives; empty where it gives nothing, as all stations are alike."
        },
        {
          "name": "expected",
          "type": "number",
          "description": "What chance gives, where the formula says so."
        },
        {
          "name": "limit",
          "type": "number",
          "description": "Beyond it the row is flagged; empty where it never is."
        },
        {
          "name": "stations",
          "type": "integer",
          "description": "How many stations are behind the value.",
          "unit": "{station}",
          "constraints": {
            "required": true,
            "minimum": 0
          }
        },
        {
          "name": "flagged",
          "type": "boolean",
          "description": "Whether the value is beyond the limit.",
          "constraints": {
            "required": true
          }
        }
      ],
      "missingValues": [
        ""
      ],
      "uniqueKeys": [
        [
          "contest",
          "area",
          "station",
          "indicator"
        ]
      ],
      "foreignKeys": [
        {
          "fields": [
            "station"
          ],
          "reference": {
            "resource": "stations",
            "fields": [
              "station"
            ]
          }
        },
        {
          "fields": [
            "area"
          ],
          "reference": {
            "resource": "areas",
            "fields": [
              "area"
            ]
          }
        }
      ]
    },
    "results": {
      "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
      "title": "Results",
      "description": "Every number of every protocol, one a row; a number that was not reported has no row.",
      "fields": [
        {
          "name": "contest",
          "type": "string",
          "description": "Contest id.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "area",
          "type": "string",
          "description": "Area id.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "station",
          "type": "string",
          "description": "Station id; empty where the contest is reported by area."
        },
        {
          "name": "measure",
          "type": "string",
          "description": "What is counted: votes of the option, or a count of the protocol.",
          "constraints": {
            "required": true,
            "enum": [
              "votes",
              "registered",
              "issued",
              "cast",
              "invalid",
              "blank",
              "valid",
              "received",
              "unused",
              "absentee",
              "outside"
            ]
          }
        },
        {
          "name": "option",
          "type": "string",
          "description": "Option id, for votes."
        },
        {
          "name": "count",
          "type": "integer",
          "description": "The number in the protocol.",
          "constraints": {
            "required": true,
            "minimum": 0
          }
        },
        {
          "name": "source",
          "type": "string",
          "description": "Source ids separated by semicolons."
        },
        {
          "name": "upload",
          "type": "string",
          "description": "The uploaded file that the number came from.",
          "constraints": {
            "required": true
          }
        }
      ],
      "missingValues": [
        ""
      ],
      "uniqueKeys": [
        [
          "contest",
          "area",
          "station",
          "measure",
          "option"
        ]
      ],
      "foreignKeys": [
        {
          "fields": [
            "station"
          ],
          "reference": {
            "resource": "stations",
            "fields": [
              "station"
            ]
          }
        },
        {
          "fields": [
            "area"
          ],
          "reference": {
            "resource": "areas",
            "fields": [
              "area"
            ]
          }
        }
      ]
    },
    "seats": {
      "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
      "title": "Seats",
      "description": "Seats by contest and option, computed beside declared; then the same votes under each scenario.",
      "fields": [
        {
          "name": "contest",
          "type": "string",
          "description": "Contest id.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "option",
          "type": "string",
          "description": "Option id.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "party",
          "type": "string",
          "description": "Party id."
        },
        {
          "name": "name",
          "type": "string",
          "description": "Name of the option in the first language of the election.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "votes",
          "type": "integer",
          "description": "Votes of the option; empty where none are published.",
          "unit": "{vote}",
          "constraints": {
            "minimum": 0
          }
        },
        {
          "name": "seats",
          "type": "integer",
          "description": "Seats computed; empty where they could not be.",
          "unit": "{seat}",
          "constraints": {
            "minimum": 0
          }
        },
        {
          "name": "declared",
          "type": "integer",
          "description": "Seats declared by the authority; empty where none are known.",
          "unit": "{seat}",
          "constraints": {
            "minimum": 0
          }
        },
        {
          "name": "provisional",
          "type": "boolean",
          "description": "Whether protocols, or votes in them, were still missing, or it is not known that none were.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "scenario",
          "type": "string",
          "description": "Id of the scenario that the seats were computed under; empty: the law in force.",
          "missingValues": []
        }
      ],
      "missingValues": [
        ""
      ],
      "primaryKey": [
        "contest",
        "option",
        "scenario"
      ]
    },
    "stations": {
      "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
      "title": "Stations",
      "description": "The register: stations that are expected to report.",
      "fields": [
        {
          "name": "station",
          "type": "string",
          "description": "Station id.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "area",
          "type": "string",
          "description": "Area id.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "name",
          "type": "string",
          "description": "Name or address."
        },
        {
          "name": "registered",
          "type": "integer",
          "description": "Voters on its list.",
          "unit": "{person}",
          "constraints": {
            "minimum": 0
          }
        },
        {
          "name": "source",
          "type": "string",
          "description": "Source ids."
        }
      ],
      "missingValues": [
        ""
      ],
      "primaryKey": [
        "station"
      ],
      "foreignKeys": [
        {
          "fields": [
            "area"
          ],
          "reference": {
            "resource": "areas",
            "fields": [
              "area"
            ]
          }
        }
      ]
    },
    "totals": {
      "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
      "title": "Totals",
      "description": "Sums by contest and area, up the tree of areas to the area of the contest.",
      "fields": [
        {
          "name": "contest",
          "type": "string",
          "description": "Contest id.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "area",
          "type": "string",
          "description": "Area id.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "measure",
          "type": "string",
          "description": "As in results.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "option",
          "type": "string",
          "description": "Option id, for votes."
        },
        {
          "name": "count",
          "type": "integer",
          "description": "Sum over the protocols of the area, or of the areas within it.",
          "constraints": {
            "required": true,
            "minimum": 0
          }
        },
        {
          "name": "protocols",
          "type": "integer",
          "description": "How many protocols state the number.",
          "unit": "{protocol}",
          "constraints": {
            "required": true,
            "minimum": 0
          }
        }
      ],
      "missingValues": [
        ""
      ],
      "uniqueKeys": [
        [
          "contest",
          "area",
          "measure",
          "option"
        ]
      ],
      "foreignKeys": [
        {
          "fields": [
            "area"
          ],
          "reference": {
            "resource": "areas",
            "fields": [
              "area"
            ]
          }
        }
      ]
    },
    "turnout": {
      "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
      "title": "Turnout",
      "description": "How far voting had come, by area and time.",
      "fields": [
        {
          "name": "area",
          "type": "string",
          "description": "Area id.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "time",
          "type": "string",
          "description": "ISO 8601 with offset.",
          "constraints": {
            "required": true
          }
        },
        {
          "name": "registered",
          "type": "integer",
          "description": "Voters on the lists.",
          "unit": "{person}"
        },
        {
          "name": "issued",
          "type": "integer",
          "description": "Ballots issued so far.",
          "unit": "{ballot}"
        },
        {
          "name": "percent",
          "type": "number",
          "description": "As published.",
          "unit": "%"
        },
        {
          "name": "source",
          "type": "string",
          "description": "Source ids."
        }
      ],
      "missingValues": [
        ""
      ],
      "primaryKey": [
        "area",
        "time"
      ],
      "foreignKeys": [
        {
          "fields": [
            "area"
          ],
          "reference": {
            "resource": "areas",
            "fields": [
              "area"
            ]
          }
        }
      ]
    }
  }
} as const;
