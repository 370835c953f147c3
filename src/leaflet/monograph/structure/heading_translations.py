"""What the sections of a monograph are called in other languages than English.

As in the table of English names, ``it`` stands for the medicine's name; the European package
leaflet (EMA, QRD template) gives the long ones. A language is one more row in each section.
"""

ABROAD: dict[str, dict[str, tuple[str, ...]]] = {
    "generic-name": {
        "de": ("wirkstoff", "wirkstoffe", "wirkstoffname", "freiname", "generischer name"),
        "fr": ("substance active", "principe actif", "dénomination commune", "nom générique"),
        "es": ("principio activo", "nombre genérico", "denominación genérica"),
        "hi": ("जेनेरिक नाम", "सामान्य नाम", "सक्रिय तत्व"),
        "ar": ("الاسم العلمي", "المادة الفعالة", "الاسم العام"),
    },
    "usage": {
        "de": (
            *("anwendung", "anwendungsgebiete", "anwendungsgebiet", "indikationen", "indikation"),
            *("was ist it und wofür wird es angewendet", "wofür wird it angewendet"),
        ),
        "fr": (
            *("utilisation", "utilisations", "indications thérapeutiques"),
            *("qu'est-ce que it et dans quels cas est-il utilisé", "dans quels cas utiliser it"),
            "qu’est-ce que it et dans quels cas est-il utilisé",
        ),
        "es": (
            *("usos", "indicaciones", "indicaciones terapéuticas", "para qué se utiliza"),
            *("qué es it y para qué se utiliza", "para qué se utiliza it"),
        ),
        "hi": ("उपयोग", "प्रयोग", "किसलिए", "संकेत"),
        "ar": ("الاستخدامات", "الاستعمالات", "دواعي الاستعمال", "دواعي الاستخدام"),
    },
    "dosage": {
        "de": (
            "dosierung",
            "dosis",
            "dosierung und anwendung",
            "dosierung und art der anwendung",
            "wie ist it einzunehmen",
            "wie ist it anzuwenden",
            "art der anwendung",
        ),
        "fr": (
            "posologie",
            "posologie et mode d'administration",
            "mode d'administration",
            "posologie et mode d’administration",
            "comment prendre it",
            "comment utiliser it",
        ),
        "es": (
            "posología",
            "dosis",
            "dosificación",
            "posología y forma de administración",
            "cómo tomar it",
            "cómo usar it",
            "forma de administración",
        ),
        "hi": ("खुराक", "मात्रा", "खुराक और लेने का तरीका", "सेवन विधि"),
        "ar": (
            "الجرعة",
            "الجرعات",
            "الجرعة وطريقة الاستعمال",
            "الجرعة وطريقة الاستخدام",
            "طريقة الاستعمال",
            "طريقة الاستخدام",
        ),
    },
    "side-effects": {
        "de": (
            "nebenwirkungen",
            "unerwünschte wirkungen",
            "welche nebenwirkungen sind möglich",
            "mögliche nebenwirkungen",
        ),
        "fr": (
            "effets indésirables",
            "effets secondaires",
            "effets indésirables éventuels",
            "quels sont les effets indésirables éventuels",
        ),
        "es": (
            "efectos adversos",
            "efectos secundarios",
            "reacciones adversas",
            "posibles efectos adversos",
        ),
        "hi": ("दुष्प्रभाव", "संभावित दुष्प्रभाव", "साइड इफेक्ट", "साइड इफ़ेक्ट"),
        "ar": (
            "الآثار الجانبية",
            "الأعراض الجانبية",
            "التأثيرات الجانبية",
            "الآثار الضارة",
            "الآثار الجانبية المحتملة",
        ),
    },
    "how-it-works": {
        "de": ("wirkungsweise", "wirkweise", "wirkmechanismus", "wie wirkt it", "wie it wirkt"),
        "fr": ("mécanisme d'action", "mécanisme d’action", "mode d'action", "comment agit it"),
        "es": ("mecanismo de acción", "cómo actúa", "cómo actúa it", "cómo funciona"),
        "hi": ("यह कैसे काम करता है", "यह कैसे काम करती है", "कार्य-विधि", "क्रियाविधि"),
        "ar": ("آلية العمل", "كيف يعمل", "كيف يعمل it", "آلية التأثير"),
    },
    "precautions": {
        "de": (
            *("vorsichtsmaßnahmen", "warnhinweise", "warnhinweise und vorsichtsmaßnahmen"),
            *("gegenanzeigen und vorsichtsmaßnahmen", "was sollten sie vor der einnahme beachten"),
            "was sollten sie vor der einnahme von it beachten",
            "was sollten sie vor der anwendung von it beachten",
        ),
        "fr": (
            "précautions",
            "mises en garde",
            "précautions d'emploi",
            "précautions d’emploi",
            "mises en garde et précautions d'emploi",
            "mises en garde et précautions d’emploi",
            "avertissements et précautions",
        ),
        "es": (
            "precauciones",
            "advertencias",
            "advertencias y precauciones",
            "qué necesita saber antes de empezar a tomar it",
        ),
        "hi": ("सावधानियाँ", "सावधानियां", "चेतावनियाँ", "चेतावनी", "चेतावनियाँ और सावधानियाँ"),
        "ar": (
            "الاحتياطات",
            "احتياطات",
            "التحذيرات",
            "تحذيرات",
            "التحذيرات والاحتياطات",
            "تحذيرات واحتياطات",
            "المحاذير",
        ),
    },
    "faqs": {
        "de": ("häufige fragen", "häufig gestellte fragen", "fragen und antworten"),
        "fr": ("questions fréquentes", "foire aux questions", "questions et réponses"),
        "es": ("preguntas frecuentes", "preguntas y respuestas"),
        "hi": ("अक्सर पूछे जाने वाले प्रश्न", "सामान्य प्रश्न", "प्रश्न और उत्तर", "सवाल-जवाब"),
        "ar": ("الأسئلة الشائعة", "أسئلة شائعة", "أسئلة متكررة", "أسئلة وأجوبة"),
    },
    "brand-names": {
        "de": ("handelsnamen", "handelsname", "markennamen", "präparate"),
        "fr": ("noms de marque", "noms commerciaux", "nom commercial", "spécialités"),
        "es": ("nombres comerciales", "nombre comercial", "marcas"),
        "hi": ("ब्रांड नाम", "व्यापारिक नाम"),
        "ar": ("الأسماء التجارية", "الاسم التجاري"),
    },
}
