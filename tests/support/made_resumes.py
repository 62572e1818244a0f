"""Resumes of people who do not exist, as values, in the ten languages the reader knows.

What a careful person would copy from them is known exactly, whatever file they are printed into.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Job:
    """One position; `printed` is its period as the language prints it."""

    title: str
    employer: str
    printed: str
    start: str
    end: str
    told: tuple[str, ...]


@dataclass(frozen=True)
class School:
    """One course of study."""

    degree: str
    institution: str
    printed: str
    end: str


@dataclass(frozen=True)
class Made:
    """One resume: contact, headings in the order summary, work, study, skills, and their texts."""

    language: str
    name: str
    email: str
    phone: str
    headings: tuple[str, str, str, str]
    summary: str
    jobs: tuple[Job, ...]
    schools: tuple[School, ...]
    skills: tuple[str, ...]


ENGLISH = Made(
    "en",
    "Clara Whitfield",
    "clara.whitfield@example.com",
    "+44 20 7946 0018",
    ("Profile", "Employment History", "Education", "Core Skills"),
    "Warehouse planner who keeps stock low and shelves full in two countries.",
    (
        Job(
            "Supply Planner",
            "Harbour Foods Ltd",
            "March 2019 – Present",
            "2019-03",
            "present",
            ("Cut overstock by 18% within a year", "Planned 40 lorries a day for six depots"),
        ),
        Job(
            "Logistics Assistant",
            "Northgate Freight plc",
            "Sept 2015 – Feb 2019",
            "2015-09",
            "2019-02",
            ("Booked 300 shipments a month", "Wrote the guide new colleagues still use"),
        ),
    ),
    (School("BSc in Operations Management", "University of Leeds", "2012 – 2015", "2015"),),
    ("Excel", "SAP", "Forecasting", "Negotiation"),
)
GERMAN = Made(
    "de",
    "Jürgen Brückner",
    "juergen.brueckner@example.de",
    "+49 30 1234567",
    ("Kurzprofil", "Beruflicher Werdegang", "Studium und Ausbildung", "Kenntnisse"),
    "Elektroingenieur mit zehn Jahren Erfahrung in der Prüfung von Anlagen.",
    (
        Job(
            "Prüfingenieur",
            "Rheintal Energie GmbH",
            "04/2018 – heute",
            "2018-04",
            "present",
            ("Prüfzeiten um ein Drittel verkürzt", "Zwölf Anlagen im Jahr abgenommen"),
        ),
        Job(
            "Werkstudent Messtechnik",
            "Falkner & Söhne KG",
            "Oktober 2015 – März 2018",
            "2015-10",
            "2018-03",
            ("Messreihen ausgewertet und dokumentiert",),
        ),
    ),
    (
        School(
            "M.Sc. Elektrotechnik", "Technische Universität Dresden", "10/2013 – 03/2018", "2018-03"
        ),
    ),
    ("MATLAB", "LabVIEW", "EPLAN", "Normenkenntnis"),
)
FRENCH = Made(
    "fr",
    "Élodie Marchand",
    "elodie.marchand@example.fr",
    "+33 1 23 45 67 89",
    ("À propos de moi", "Expériences professionnelles", "Formation", "Compétences"),
    "Infirmière attentive, habituée aux nuits et aux équipes nombreuses.",
    (
        Job(
            "Infirmière",
            "Clinique des Tilleuls",
            "janvier 2020 – aujourd’hui",
            "2020-01",
            "present",
            ("Accompagné trente patients par nuit", "Formé six collègues aux nouveaux soins"),
        ),
        Job(
            "Aide-soignante",
            "Hôpital Saint-Roch",
            "sept. 2016 – déc. 2019",
            "2016-09",
            "2019-12",
            ("Tenu les dossiers de deux services",),
        ),
    ),
    (School("Licence en soins infirmiers", "Université de Rennes", "2013 – 2016", "2016"),),
    ("Soins intensifs", "Triage", "Écoute", "Premiers secours"),
)
SPANISH = Made(
    "es",
    "María José Ibáñez",
    "mj.ibanez@example.es",
    "+34 912 345 678",
    ("Perfil profesional", "Experiencia laboral", "Formación académica", "Habilidades"),
    "Contable con gusto por los cierres puntuales y las cuentas claras.",
    (
        Job(
            "Contable",
            "Aceites del Sur S.L.",
            "mayo de 2017 – actualidad",
            "2017-05",
            "present",
            ("Cerré doce ejercicios sin retrasos", "Reduje los impagos en una cuarta parte"),
        ),
        Job(
            "Auxiliar administrativa",
            "Grupo Levante S.A.",
            "enero de 2014 – abril de 2017",
            "2014-01",
            "2017-04",
            ("Ordené el archivo de veinte años",),
        ),
    ),
    (School("Grado en Economía", "Universidad de Zaragoza", "2009 – 2013", "2013"),),
    ("Excel", "SAP", "Fiscalidad", "Auditoría"),
)
ITALIAN = Made(
    "it",
    "Giulia De Santis",
    "giulia.desantis@example.it",
    "+39 02 1234567",
    ("Profilo", "Esperienze lavorative", "Istruzione e formazione", "Competenze"),
    "Architetta che ama i cantieri ordinati e le case piene di luce.",
    (
        Job(
            "Architetta",
            "Studio Lago S.r.l.",
            "marzo 2018 – oggi",
            "2018-03",
            "present",
            ("Seguito nove cantieri fino alla consegna", "Ridotto i costi del dieci per cento"),
        ),
        Job(
            "Tirocinante",
            "Comune di Lodi",
            "giugno 2016 – febbraio 2018",
            "2016-06",
            "2018-02",
            ("Disegnato le tavole del piano regolatore",),
        ),
    ),
    (School("Laurea magistrale in Architettura", "Politecnico di Milano", "2010 – 2016", "2016"),),
    ("AutoCAD", "Revit", "Rilievo", "Computi metrici"),
)
PORTUGUESE = Made(
    "pt",
    "João Pedro Figueiredo",
    "joao.figueiredo@example.pt",
    "+351 21 123 4567",
    ("Resumo profissional", "Experiência profissional", "Formação acadêmica", "Competências"),
    "Gerente de loja que conhece os clientes pelo nome e o estoque de cor.",
    (
        Job(
            "Gerente de loja",
            "Mercado Azul Ltda",
            "agosto de 2019 – até o momento",
            "2019-08",
            "present",
            ("Aumentei as vendas em 15% no primeiro ano", "Formei uma equipe de onze pessoas"),
        ),
        Job(
            "Vendedor",
            "Lojas Ribeira S.A.",
            "fevereiro de 2015 – julho de 2019",
            "2015-02",
            "2019-07",
            ("Atendi oitenta clientes por dia",),
        ),
    ),
    (School("Licenciatura em Gestão", "Universidade do Porto", "2011 – 2014", "2014"),),
    ("Atendimento", "Excel", "Inventário", "Liderança"),
)
DUTCH = Made(
    "nl",
    "Sanne van den Berg",
    "sanne.vandenberg@example.nl",
    "+31 20 123 4567",
    ("Over mij", "Werkervaring", "Opleidingen", "Vaardigheden"),
    "Docent die natuurkunde uitlegt met touw, kurk en een flinke dosis geduld.",
    (
        Job(
            "Docent natuurkunde",
            "Stichting De Linde",
            "augustus 2018 – heden",
            "2018-08",
            "present",
            ("Het practicum opnieuw opgezet", "Twaalf stagiairs begeleid"),
        ),
        Job(
            "Onderzoeksassistent",
            "Waterlab B.V.",
            "mei 2015 – juli 2018",
            "2015-05",
            "2018-07",
            ("Metingen verwerkt voor drie publicaties",),
        ),
    ),
    (School("Master Natuurkunde", "Universiteit Utrecht", "2012 – 2015", "2015"),),
    ("Lesgeven", "Python", "Meettechniek", "Begeleiding"),
)
JAPANESE = Made(
    "ja",
    "高橋 美咲",
    "misaki.takahashi@example.jp",
    "03-1234-5678",
    ("職務要約", "職務経歴", "学歴", "スキル"),
    "食品メーカーで十年にわたり品質管理を担当してまいりました。",
    (
        Job(
            "品質管理主任",
            "株式会社みなと食品",
            "2018年4月 〜 現在",
            "2018-04",
            "present",
            ("検査時間を三割短縮しました", "新人十二名の教育を行いました"),
        ),
        Job(
            "製造スタッフ",
            "北陸製菓株式会社",
            "2013年4月 〜 2018年3月",
            "2013-04",
            "2018-03",
            ("包装ラインの改善を提案しました",),
        ),
    ),
    (School("農学部 食品科学科", "金沢大学", "2009年4月 〜 2013年3月", "2013-03"),),
    ("品質管理", "統計", "英語", "Excel"),
)
CHINESE = Made(
    "zh",
    "林晓雯",
    "xiaowen.lin@example.cn",
    "13812345678",
    ("个人简介", "工作经历", "教育背景", "专业技能"),
    "八年电商运营经验，擅长数据分析与团队协作。",
    (
        Job(
            "运营经理",
            "杭州青云科技有限公司",
            "2019.03 - 至今",
            "2019-03",
            "present",
            ("一年内将转化率提高了百分之二十", "带领十人团队完成三次大促"),
        ),
        Job(
            "数据分析师",
            "上海远帆网络有限公司",
            "2015.07 - 2019.02",
            "2015-07",
            "2019-02",
            ("搭建了每日销售报表",),
        ),
    ),
    (School("统计学 本科", "浙江大学", "2011.09 - 2015.06", "2015-06"),),
    ("Python", "SQL", "数据分析", "项目管理"),
)
RUSSIAN = Made(
    "ru",
    "Анна Соколова",
    "anna.sokolova@example.ru",
    "+7 495 123-45-67",
    ("О себе", "Опыт работы", "Образование", "Ключевые навыки"),
    "Бухгалтер, который закрывает квартал вовремя и спит спокойно.",
    (
        Job(
            "Главный бухгалтер",
            "ООО «Северный порт»",
            "апрель 2019 — по настоящее время",
            "2019-04",
            "present",
            ("Сократила сроки закрытия вдвое", "Обучила четырёх сотрудников"),
        ),
        Job(
            "Экономист",
            "АО «Заря»",
            "июнь 2014 — март 2019",
            "2014-06",
            "2019-03",
            ("Вела учёт по пяти складам",),
        ),
    ),
    (
        School(
            "Бакалавр экономики", "Московский государственный университет", "2010 — 2014", "2014"
        ),
    ),
    ("1С", "Excel", "МСФО", "Налоговый учёт"),
)
#: In letters every PDF viewer can draw without further fonts
LATIN = (ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, DUTCH)
ALL = (*LATIN, JAPANESE, CHINESE, RUSSIAN)
