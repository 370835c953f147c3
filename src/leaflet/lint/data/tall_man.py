"""Names that have been confused with each other, in tall man letters: FDA and ISMP lists (2023).

Any two names of a group have been confused. Capitals show where the names differ.
"""

FDA = (
    ("acetaZOLAMIDE", "acetoHEXAMIDE"),
    ("buPROPion", "busPIRone"),
    ("CARBOplatin", "CISplatin"),
    ("chlorproMAZINE", "chlorproPAMIDE"),
    ("clomiPHENE", "clomiPRAMINE"),
    ("cycloSERINE", "cycloSPORINE"),
    ("DAUNOrubicin", "DOXOrubicin"),
    ("dimenhyDRINATE", "diphenhydrAMINE"),
    ("DOBUTamine", "DOPamine"),
    ("glipiZIDE", "glyBURIDE"),
    ("hydrALAZINE", "hydrOXYzine"),
    ("medroxyPROGESTERone", "methylPREDNISolone", "methylTESTOSTERone"),
    ("niCARdipine", "NIFEdipine"),
    ("prednisoLONE", "predniSONE"),
    ("sulfADIAZINE", "sulfiSOXAZOLE"),
    ("TOLAZamide", "TOLBUTamide"),
    ("vinBLAStine", "vinCRIStine"),
)

ISMP = (
    ("ALPRAZolam", "LORazepam", "clonazePAM"),
    ("amLODIPine", "aMILoride"),
    ("azaCITIDine", "azaTHIOprine"),
    ("carBAMazepine", "OXcarbazepine"),
    ("ceFAZolin", "cefTRIAXone"),
    ("cloNIDine", "clonazePAM"),
    ("DACTINomycin", "DAPTOmycin"),
    ("ePHEDrine", "EPINEPHrine"),
    ("fentaNYL", "SUFentanil"),
    ("FLUoxetine", "DULoxetine", "PARoxetine"),
    ("guaiFENesin", "guanFACINE"),
    ("HYDROmorphone", "morphine"),
    ("inFLIXimab", "riTUXimab"),
    ("lamiVUDine", "lamoTRIgine"),
    ("metFORMIN", "metroNIDAZOLE"),
    ("niMODipine", "NIFEdipine"),
    ("OLANZapine", "QUEtiapine"),
    ("oxyCODONE", "HYDROcodone"),
    ("PENTobarbital", "PHENobarbital"),
    ("quiNINE", "quiNIDine"),
    ("traMADol", "traZODone"),
)
