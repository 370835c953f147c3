"""One file that is both accessible and archivable: PDF/UA-1 and PDF/A-2a.

The engine writes one or the other. A PDF/A-2a of its making is tagged as PDF/UA wants it and only
does not say so. Saying so takes two things in the metadata: the identification itself, and, since
PDF/A knows no such property, the description of its schema (ISO 14289-1, 5; ISO 19005-2, 6.6.2.3).
"""

import pydyf  # type: ignore[import-untyped]

from leaflet.rendering.finisher import finish

_IDENTIFICATION = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""

_END = b"</rdf:RDF>"


def finish_archive(document: object, pdf: pydyf.PDF) -> None:
    """Mend the tags of a PDF/A and say that it is PDF/UA-1 too; called before it is written."""
    finish(document, pdf)
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    (packet,) = metadata.stream
    # Into the one rdf:RDF there is: readers leave a second one alone.
    body, end, rest = packet.rpartition(_END)
    metadata.stream = [body + _IDENTIFICATION + end + rest]
    # ISO 19005-2 allows a filter here; validators that look for the words do not.
    metadata.compress = False
