"""Names of medicines, as data: different ones that look alike, and words that name none."""

from leaflet.lint.data.synonyms import groups

ALIKE = groups("""
    acetazolamide acetohexamide | adenine adenosine | arteether artemether artesunate |
    artenimol artemether | azacitidine azathioprine |
    bupivacaine ropivacaine levobupivacaine mepivacaine |
    carboplatin cisplatin oxaliplatin nedaplatin | cefazolin cefoxitin |
    cefixime cefotaxime cefuroxime ceftriaxone cefepime cefpodoxime |
    chlorpropamide chlorpromazine | cilnidipine clinidipine amlodipine clevidipine |
    cinitapride cisapride | clonidine clonazepam clozapine quinidine |
    cyclosporine cycloserine cyclophosphamide | daunorubicin doxorubicin idarubicin epirubicin |
    dopamine dobutamine | enalapril ramipril lisinopril |
    ephedrine epinephrine norephedrine | estradiol estriol estrone |
    fentanyl sufentanil alfentanil remifentanil | fluoxetine paroxetine duloxetine fluvoxamine |
    glipizide gliclazide glimepiride glibenclamide | guanfacine guaifenesin |
    hydralazine hydroxyzine | hydromorphone hydrocodone |
    hydroxyquinoline hydroxychloroquine hydroxyquinolines | iodamide iodipamide |
    iopamidol iohexol iodixanol ioxaglate iopromide | ketorolac ketotifen ketoconazole |
    lamotrigine lamivudine | levonadifloxacin levofloxacin nadifloxacin |
    lidocaine prilocaine articaine | mesna mesalazine | methionine methenamine |
    mitomycin mithramycin mitoxantrone |
    nifedipine nimodipine nicardipine nisoldipine nitrendipine | nitrite nitrate |
    norethisterone norgestrel norelgestromin | olmesartan losartan telmisartan |
    oxymetazoline xylometazoline | oxymorphone oxycodone | penicillamine penicillin |
    pentobarbital phenobarbital | piperine piperazine pyrazinamide | prednisone prednisolone |
    promethazine promazine | quinine quinidine | ranitidine rimantadine amantadine |
    rifaximin rifampicin rifabutin rifapentine |
    sulfadiazine sulfadoxine sulfasalazine sulfalene |
    sulfamethoxazole sulfamethizole sulfadimidine | terbinafine terbutaline |
    thiamine tiamine thymine | tizanidine nizatidine | tolbutamide tolazamide |
    tramadol trazodone | vinblastine vincristine vindesine vinorelbine |
    zolmitriptan sumatriptan
""")
"""Different medicines with similar names: one never counts as another."""

(SALTS,) = groups("""
    acetate acetonide acid adipate anhydrous arginine ascorbate aspartate axetil benzathine
    benzoate besilate besylate bicarbonate bisulfate bisulphate bitartrate bromide butyrate
    calcium camsylate carbonate chloride cilexetil citrate decahydrate decanoate diacetate
    dihydrate dihydrochloride dimesylate dipivoxil dipotassium dipropionate disodium disoproxil
    edisylate embonate enantate enanthate estolate etexilate ethanolate ethylsuccinate fumarate
    furoate gluconate glucuronate glycinate hemihydrate heptahydrate hexahydrate hyclate hydrate
    hydrobromide hydrochloride hydrogen hydroxide iodide isethionate lactate lactobionate lysine
    magnesium malate maleate medoxomil meglumine mesilate mesylate methylsulfate mofetil
    monohydrate mononitrate mucate napsylate nitrate oleate orotate oxalate oxide palmitate
    pamoate pantothenate pentahydrate phosphate picosulfate pivalate pivoxil polistirex potassium
    propionate proxetil saccharate salicylate sodium stearate succinate sulfate sulphate tartarate
    tartrate teoclate terephthalate tetrahydrate tosylate trifenatate trihydrate trisodium
    tromethamine undecanoate undecylenate valerate xinafoate zinc
""")
"""Words for salts and esters, which do not identify a medicine."""

(GENERAL,) = groups("""
    acid acids active alcohol allergen alpha amino anti antibody antigen base beta blood capsular
    cell cells cold colloidal complex compound compounds concentrate conjugate cream drops dry
    enteric extract extracts fatty fiber fibre fraction fresh from gamma gel generation group
    herbal human hybrid hydrolysate inactivated inhalation inhaled inhaler injectable injection
    intravenous leaf light liquid live liver local long lotion micronised micronized milk mineral
    minerals mixed modified multi multivitamin multivitamins nasal natural new normal oil oils
    ointment ophthalmic oral other paste pellets pertactin plain plant plus polymer polymers
    polysaccharide powder protein proteins pure purified quadrivalent rdna recombinant rectal
    regular release root seed soft soluble solution standard standardized sublingual surface
    suspension sustained synthetic syrup systemic tablet tablets tonic topical total transdermal
    trivalent type types unspecified vaccine vaccines vaginal virion virus vitamin vitamins water
    wax whole with without
""")
"""Words in titles that name no medicine."""
