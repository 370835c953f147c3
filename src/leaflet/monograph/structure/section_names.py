"""The names of the sections of a monograph, in every language that leaflet reads.

Each text lists the names of one section in one language, in lower case and separated by commas.
``it`` stands for the medicine's name too: ``how to take it`` is also "How to take Examplin". The
long names are those of the European package leaflet (EMA, QRD template).
"""

from collections.abc import Mapping

from leaflet.section_key import SectionKey

NAMES_BY_LANGUAGE: Mapping[SectionKey, Mapping[str, str]] = {
    SectionKey.GENERIC_NAME: {
        "en": """generic name, generic names, generic name(s), active ingredient,
            active ingredients, active substance""",
        "de": "wirkstoff, wirkstoffe, wirkstoffname, freiname, generischer name",
        "fr": "substance active, principe actif, dénomination commune, nom générique",
        "es": "principio activo, nombre genérico, denominación genérica",
        "hi": "जेनेरिक नाम, सामान्य नाम, सक्रिय तत्व",
        "ar": "الاسم العلمي, المادة الفعالة, الاسم العام",
    },
    SectionKey.USAGE: {
        "en": """usage, uses, use, indications, indications and usage, indications and use,
            therapeutic indications, indication, uses and indications, therapeutic uses,
            clinical uses, medical uses, what it is used for, what is it used for,
            what it is and what it is used for, what is it and what is it used for""",
        "de": """anwendung, anwendungsgebiete, anwendungsgebiet, indikationen, indikation,
            was ist it und wofür wird es angewendet, wofür wird it angewendet""",
        "fr": """utilisation, utilisations, indications thérapeutiques,
            qu'est-ce que it et dans quels cas est-il utilisé, dans quels cas utiliser it,
            qu’est-ce que it et dans quels cas est-il utilisé""",
        "es": """usos, indicaciones, indicaciones terapéuticas, para qué se utiliza,
            qué es it y para qué se utiliza, para qué se utiliza it""",
        "hi": "उपयोग, प्रयोग, किसलिए, संकेत",
        "ar": "الاستخدامات, الاستعمالات, دواعي الاستعمال, دواعي الاستخدام",
    },
    SectionKey.DOSAGE: {
        "en": """dosage, dose, doses, dosing, dosage and administration, dosing and administration,
            posology, posology and method of administration, posology and administration,
            recommended dosage, dosage information, dosing information, how to take it,
            how to use it, how to take, how to use, directions for use, administration,
            method of administration""",
        "de": """dosierung, dosis, dosierung und anwendung, dosierung und art der anwendung,
            wie ist it einzunehmen, wie ist it anzuwenden, art der anwendung""",
        "fr": """posologie, posologie et mode d'administration, mode d'administration,
            posologie et mode d’administration, comment prendre it, comment utiliser it""",
        "es": """posología, dosis, dosificación, posología y forma de administración, cómo tomar it,
            cómo usar it, forma de administración""",
        "hi": "खुराक, मात्रा, खुराक और लेने का तरीका, सेवन विधि",
        "ar": """الجرعة, الجرعات, الجرعة وطريقة الاستعمال, الجرعة وطريقة الاستخدام, طريقة الاستعمال,
            طريقة الاستخدام""",
    },
    SectionKey.SIDE_EFFECTS: {
        "en": """side effects, side-effects, possible side effects, adverse effects,
            adverse reactions, adverse drug reactions, adverse events, undesirable effects,
            unwanted effects, what are the side effects""",
        "de": """nebenwirkungen, unerwünschte wirkungen, welche nebenwirkungen sind möglich,
            mögliche nebenwirkungen""",
        "fr": """effets indésirables, effets secondaires, effets indésirables éventuels,
            quels sont les effets indésirables éventuels""",
        "es": """efectos adversos, efectos secundarios, reacciones adversas,
            posibles efectos adversos""",
        "hi": "दुष्प्रभाव, संभावित दुष्प्रभाव, साइड इफेक्ट, साइड इफ़ेक्ट",
        "ar": """الآثار الجانبية, الأعراض الجانبية, التأثيرات الجانبية, الآثار الضارة,
            الآثار الجانبية المحتملة""",
    },
    SectionKey.HOW_IT_WORKS: {
        "en": """how it works, mechanism of action, mode of action, mechanism, how does it work,
            pharmacodynamics, pharmacodynamic properties""",
        "de": "wirkungsweise, wirkweise, wirkmechanismus, wie wirkt it, wie it wirkt",
        "fr": "mécanisme d'action, mécanisme d’action, mode d'action, comment agit it",
        "es": "mecanismo de acción, cómo actúa, cómo actúa it, cómo funciona",
        "hi": "यह कैसे काम करता है, यह कैसे काम करती है, कार्य-विधि, क्रियाविधि",
        "ar": "آلية العمل, كيف يعمل, كيف يعمل it, آلية التأثير",
    },
    SectionKey.PRECAUTIONS: {
        "en": """precautions, warnings, warnings and precautions, precautions and warnings,
            special warnings and precautions for use, special warnings and precautions,
            contraindications and precautions, precautions and contraindications,
            contraindications and warnings, warnings and contraindications,
            what you need to know before you take it, what you need to know before you use it,
            before you take it, before you use it, before taking it, before using it""",
        "de": """vorsichtsmaßnahmen, warnhinweise, warnhinweise und vorsichtsmaßnahmen,
            gegenanzeigen und vorsichtsmaßnahmen, was sollten sie vor der einnahme beachten,
            was sollten sie vor der einnahme von it beachten,
            was sollten sie vor der anwendung von it beachten""",
        "fr": """précautions, mises en garde, précautions d'emploi, précautions d’emploi,
            mises en garde et précautions d'emploi, mises en garde et précautions d’emploi,
            avertissements et précautions""",
        "es": """precauciones, advertencias, advertencias y precauciones,
            qué necesita saber antes de empezar a tomar it""",
        "hi": "सावधानियाँ, सावधानियां, चेतावनियाँ, चेतावनी, चेतावनियाँ और सावधानियाँ",
        "ar": """الاحتياطات, احتياطات, التحذيرات, تحذيرات, التحذيرات والاحتياطات, تحذيرات واحتياطات,
            المحاذير""",
    },
    SectionKey.FAQS: {
        "en": """faqs, faq, frequently asked questions, frequently asked questions (faqs),
            common questions, questions, questions and answers""",
        "de": "häufige fragen, häufig gestellte fragen, fragen und antworten",
        "fr": "questions fréquentes, foire aux questions, questions et réponses",
        "es": "preguntas frecuentes, preguntas y respuestas",
        "hi": "अक्सर पूछे जाने वाले प्रश्न, सामान्य प्रश्न, प्रश्न और उत्तर, सवाल-जवाब",
        "ar": "الأسئلة الشائعة, أسئلة شائعة, أسئلة متكررة, أسئلة وأجوبة",
    },
    SectionKey.BRAND_NAMES: {
        "en": "brand names, brand name, brands, trade names, popular brand names",
        "de": "handelsnamen, handelsname, markennamen, präparate",
        "fr": "noms de marque, noms commerciaux, nom commercial, spécialités",
        "es": "nombres comerciales, nombre comercial, marcas",
        "hi": "ब्रांड नाम, व्यापारिक नाम",
        "ar": "الأسماء التجارية, الاسم التجاري",
    },
}

SECTION_NAMES: Mapping[SectionKey, tuple[str, ...]] = {
    key: tuple(dict.fromkeys(n.strip() for names in languages.values() for n in names.split(",")))
    for key, languages in NAMES_BY_LANGUAGE.items()
}
"""Each section with all its names, the English ones first.

If a monograph has two sections of one kind, such as Warnings and Precautions, the one whose name
comes first here is the section.
"""

CLINICAL = (
    *(SectionKey.USAGE, SectionKey.DOSAGE, SectionKey.SIDE_EFFECTS),
    *(SectionKey.HOW_IT_WORKS, SectionKey.PRECAUTIONS, SectionKey.FAQS),
)
"""The six sections that make a text a monograph."""
