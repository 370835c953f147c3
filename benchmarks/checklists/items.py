"""What the checklists ask: the items, who asks it, of which documents, and the check that decides.

EC is the readability guideline of the European Commission (2009), QRD the template of the European
package leaflet, UKAAF and RNIB those of large and clear print, USP the chapters <17> and <1265>,
PMI the patient medication information that the FDA proposed, CDC its Clear Communication Index,
PEMAT the tool for printed material, MSCUI the display of medicines of the NHS, and MHRA the British
guidance. "Sheet" are conventions of reference works for clinicians, "control" those of document
control. Numbers that these leave open are ours, and named in docs/checklists.md.
"""

from benchmarks.checklists.page_items import HEADINGS, PAGE, TYPE
from benchmarks.checklists.word_items import CONTROL, ORDER

GROUPS = {
    "Type": TYPE,
    "Page": PAGE,
    "Headings and tables": HEADINGS,
    "Words and their order": ORDER,
    "Document": CONTROL,
}
