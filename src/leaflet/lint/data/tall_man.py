"""Names that the FDA and ISMP know to be mistaken for each other, in tall man letters (2023).

In a group each name is mistaken for each other one. Capitals show where the names differ.
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
