"""Makes WeasyPrint's PDF/A-2a conform to PDF/UA-1 as well.

WeasyPrint writes one or the other. Its PDF/A-2a is tagged as PDF/UA requires but does not declare
it. That takes two entries in the metadata: the PDF/UA identification (ISO 14289-1, 5) and, because
PDF/A does not define that property, a description of its schema (ISO 19005-2, 6.6.2.3).
"""

import pydyf  # type: ignore[import-untyped]

from leaflet.rendering import pdf_ua

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


def finish(document: object, pdf: pydyf.PDF) -> None:
    """Complete the tags of a PDF/A in place and declare PDF/UA-1; called before it is written."""
    pdf_ua.finish(document, pdf)
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    (packet,) = metadata.stream
    # Into the existing rdf:RDF element, because readers ignore a second one.
    body, end, rest = packet.rpartition(_END)
    metadata.stream = [body + _IDENTIFICATION + end + rest]
    # ISO 19005-2 allows compression here, but validators that search for the text do not find it.
    metadata.compress = False
