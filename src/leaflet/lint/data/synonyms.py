"""Names of the same medicine, as a table that a pharmacist can read and extend."""


def groups(table: str) -> tuple[frozenset[str], ...]:
    """The groups of names in a table, separated by bars."""
    return tuple(frozenset(group.split()) for group in table.split("|"))


SYNONYMS = groups("""
    acetylcysteine n-acetylcysteine nac | actinomycin dactinomycin | acyclovir aciclovir |
    adrenaline epinephrine | aldesleukin interleukin-2 il-2 |
    alfacalcidol alphacalcidol hydroxycholecalciferol | allergen mite mites dust |
    alprostadil prostaglandin | aluminium aluminum | aluminium-hydroxide algeldrate |
    amethocaine tetracaine | amfetamine amphetamine | amlodipine levamlodipine |
    amoxycillin amoxicillin | amylobarbitone amobarbital | arteether artemotil |
    artemether arthemether artemeter | artenimol dihydroartemisinin |
    ascorbic ascorbate vitamin-c | aspirin acetylsalicylic asa | bcg calmette-guerin bacillus |
    beclomethasone beclometasone | belladonna atropine | bendrofluazide bendroflumethiazide |
    benzocaine ethyl-aminobenzoate | betamethasone betametasone | biotin b7 vitamin-h |
    bisacodyl bisacodil | bismuth subcitrate tripotassium | bleomycin bleomycine |
    botulinum onabotulinumtoxina abobotulinumtoxina incobotulinumtoxina botox |
    bromelain bromelin | bromocriptine bromocryptine | bupropion amfebutamone | caesium cesium |
    calcitonin salcatonin | calcitriol 1,25-dihydroxyvitamin dihydroxycholecalciferol |
    camphor camphora | cannabidiol cbd | capsaicin capsicum | carbimazole methimazole thiamazole |
    cephalexin cefalexin | cephazolin cefazolin | cephradine cefradine |
    chadox chadox1 covishield astrazeneca azd1222 | chlorpheniramine chlorphenamine |
    chlorprothixene chlorprotixene | chlorthalidone chlortalidone |
    cholecalciferol colecalciferol calciferol d3 vitamin-d |
    chorionic hcg gonadotropin gonadotrophin | ciclosporin cyclosporine cyclosporin |
    cinchocaine dibucaine | clavulanate clavulanic clavulanicum | clomipramine chlorimipramine |
    colestyramine cholestyramine | coronavirus covid-19 covid sars-cov-2 bbv152 covaxin |
    corticotropin acth tetracosactide cosyntropin tetracosactrin | curcumin turmeric curcuma |
    cyanocobalamin cobalamin b12 | dexamfetamine dextroamphetamine dexamphetamine |
    dexchlorpheniramine dexchlorphenamine | dextrose glucose | diacerein diacerhein |
    diastase amylase | dicyclomine dicycloverine | didanosine ddi | dihydroergotamine dhe |
    dimethicone dimeticone polydimethylsiloxane | dinoprostone prostaglandin |
    dipyridamole dipyridamol | docosahexaenoic docosahexanoic dha | docusate dioctyl |
    dothiepin dosulepin | dronabinol thc tetrahydrocannabinol |
    eicosapentaenoic eicosapentanoic epa | epoetin erythropoietin epo darbepoetin |
    epoprostenol prostacyclin | ergocalciferol calciferol d2 vitamin-d | ergometrine ergonovine |
    etabonate remogliflozin | ethinylestradiol ethinyl-estradiol ethinyloestradiol |
    eucalyptol eucalyptus cineole | ferrous iron ferric | filgrastim g-csf pegfilgrastim |
    fludeoxyglucose fdg fluorodeoxyglucose | fluorouracil 5-fu 5-fluorouracil |
    folic folate folinic leucovorin methylfolate levomefolate methyltetrahydrofolate b9 |
    frusemide furosemide | gentian crystal methylrosanilinium | ginkgo gingko | ginseng panax |
    glibenclamide glyburide | glutathione gsh | glyceryl nitroglycerin gtn nitroglycerine |
    gonadorelin lhrh gnrh | haemagglutinin hemagglutinin fha pertussis |
    haemophilus hib hemophilus | hemocoagulase haemocoagulase batroxobin | heparin heparinoid |
    hepatitis hbv hav | hexamine methenamine | hippophae seabuckthorn sea-buckthorn buckthorn |
    hyaluronidase hyaluronic | hydrocortisone cortisol |
    hydroxocobalamin hydroxycobalamin cobalamin b12 | hyoscine scopolamine |
    hyoscyamine hyoscyamus daturine | antitoxin immunoglobulin antivenom antivenin |
    immunoglobulin globulin immune-globulin ivig | indometacin indomethacin | influenza flu |
    inositol hexanicotinate nicotinate | interferon peginterferon ifn |
    iobenguane mibg metaiodobenzylguanidine | isoprenaline isoproterenol | ispaghula psyllium |
    laevulose levulose fructose | lamivudine 3tc | levocarnitine carnitine l-carnitine |
    levosalbutamol levalbuterol | lignocaine lidocaine xylocaine | linseed flaxseed |
    liothyronine triiodothyronine | liquorice licorice glycyrrhiza deglycyrrhizinated |
    macrogol polyethylene peg | magaldrate hydroxymagnesium | magnesia magnesium | measles mmr |
    medroxyprogesterone mpa dmpa | meningococcal meningitidis menacwy |
    menotropins menotrophin hmg fsh follicle-stimulating | menthol levomenthol peppermint |
    mepacrine quinacrine | mepyramine pyrilamine | mercaptamine cysteamine |
    mesalazine mesalamine | metamizole dipyrone noramidopyrine | methimazole thiamazole |
    methotrexate amethopterin mtx | methotrimeprazine levomepromazine |
    methylcobalamin mecobalamin cobalamin b12 | methylergometrine methylergonovine |
    methylphenobarbitone mephobarbital methylphenobarbital | methylsulfonylmethane msm |
    methylthioninium methylene | mitozantrone mitoxantrone | moracizine moricizine |
    mustine chlormethine mechlorethamine | nabiximols cannabidiol thc tetrahydrocannabinol |
    niacin nicotinic niacinamide nicotinamide b3 | nicotinate nicotinic niacin |
    nitroglycerin glyceryl trinitrate gtn | noradrenaline norepinephrine levarterenol |
    norethisterone norethindrone | oestradiol estradiol estradial | oestriol estriol |
    oleoresin capsicum capsaicin | opium morphine | orciprenaline metaproterenol |
    oxetacaine oxethazaine oxethazine | oxyphenbutazone oxyphenylbutazone |
    pancreatin pancrelipase lipase amylase protease |
    pantothenic pantothenate dexpanthenol panthenol b5 | papain papaya | papillomavirus hpv |
    paracetamol acetaminophen apap | penicillin benzylpenicillin phenoxymethylpenicillin |
    pethidine meperidine | phenobarbitone phenobarbital |
    phytonadione phytomenadione menadione menaquinone vitamin-k k1 | piperazine piperazin |
    pneumococcal pneumoniae pcv | poliomyelitis polio ipv opv polioviruses |
    povidone-iodine povidone pvp | procaine novocaine | proguanil chloroguanide |
    pyridoxine pyridoxal pyridoxamine b6 | quinalbarbitone secobarbital |
    racecadotril acetorphan | racemethionine methionine dl-methionine |
    retinol retinyl vitamin-a | riboflavin riboflavine b2 | rifampicin rifampin |
    salbutamol albuterol | sargramostim molgramostim gm-csf | selenomethionine selenium |
    senna sennoside sennosides | serratiopeptidase serrapeptase | silymarin milk-thistle thistle |
    simethicone simeticone dimethicone dimeticone polydimethylsiloxane | somatropin somatotropin |
    stavudine d4t | stilboestrol diethylstilbestrol |
    sulfamethoxazole sulphamethoxazole co-trimoxazole cotrimoxazole |
    sulfametopyrazine sulfalene sulfamethopyrazine | sulphur sulfur |
    suxamethonium succinylcholine | tauroglycocholate bile | technetium tc-99m 99mtc |
    tenofovir tdf taf | thiamine thiamin aneurine b1 | thioctic lipoic alpha-lipoic |
    thiopentone thiopental | thyroliberin protirelin thyrotropin-releasing trh |
    thyroxine levothyroxine | tocopherol tocopheryl tocofersolan tocotrienol vitamin-e |
    toxoid vaccine diphtheria tetanus pertussis dtap tdap | tretinoin retinoic |
    trifluoperazine trifluoroperazine | trihexyphenidyl benzhexol | trimeprazine alimemazine |
    trypsin chymotrypsin | tubocurarine curare | turpentine terebinthina |
    ubidecarenone ubiquinone coenzyme-q10 coq10 |
    urofollitropin fsh follicle-stimulating follitropin | valacyclovir valaciclovir |
    valproate valproic divalproex | vasopressin argipressin antidiuretic |
    wintergreen salicylate | zidovudine azidothymidine azt
""")
"""Names of one medicine or of a form of it: INN, national and older names, abbreviations, and the
names of a mixture's parts in its title. A hyphen also stands for a space."""
