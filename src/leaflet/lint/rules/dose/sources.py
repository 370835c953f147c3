"""Who asks for the rules of dose safety; the lists are theirs, their wording here is ours."""

JOINT_COMMISSION = "Joint Commission, Do Not Use list; ISMP, error-prone abbreviations (2024)"
ISMP = "ISMP, error-prone abbreviations, symbols and dose designations (2024)"
BNF = "BNF, guidance on prescribing: directions in English, units in full"
