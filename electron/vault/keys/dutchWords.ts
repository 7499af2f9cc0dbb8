/**
 * 7,776 short Dutch words (6^5), for passphrases that people can remember: five of them are 64.6 bit.
 *
 * Source: the Dutch word list of OpenTaal (Simon Brouwer, Sander van Geloven and others), as packaged in Debian's
 * `wdutch`, used under its revised BSD licence; notice and conditions are in docs/licences/opentaal.txt. From it were
 * chosen words of 4 to 8 letters a-z, those with the largest families of compounds first, because people know those;
 * without names, without most inflected forms beside their base, and without words that hurt.
 *
 * The order is alphabetical and nothing depends on it. Replacing the list changes no vault: a passphrase is text.
 */
const WORDS = `
aagt aalstand aanblaas aanbod aandacht aandeel aandrijf aaneen aangeef aangifte aanhang aanjagen aanjager aankomen
aankomst aankoop aankoper aanlaat aanleg aanloop aanmaak aanmat aanmeld aannemen aannemer aanpak aanprijs aanraken
aanslag aansluit aansta aanstaat aanstort aantal aantocht aantonen aanvang aanvoer aanvraag aanwijs aanwon aanzet aard
aardbaan aardfout aardig aarding aardkern aardlek aardolie aardpunt aardrook aardvast aardverf aardwas aart aartslui
aarzelen abces abelen abonnee abri abrikoos absentie academie acajou accent accept accijns account accu accuboor acht
achtbaar achter achteraf achterin achterna achterop achting achttien acne acryl acteer acteur actie actief activa
activist actoren actrice acts adat adder ader aderig adhesie admiraal adonis adoptief adres advent advies adviseur
advocaat aerosol afbaken afbakken afbouw afbraak afbreek afbuigen afdek afdeling afdracht afdrogen afdruk affaire
affiche afgifte afgrens afgunst afhaal afhangen afkapen afkappen afkeuren afkicken afkoelen afkomst afkopen aflees
afleggen aflever aflopen aflossen afmeren afname afnemen afnemer afreis afritsen afro afroepen afrollen afrukken
afschuif afschuw afslagen afsluit afspelen afspraak afstand afsteken aftakken aftap aftellen aftoppen afval afvalarm
afvalpas afvoer afwaarts afwas afweer afweging afwennen afwerk afzakken afzegen afzeggen afzet afzinken afzuigen agave
agenda agent agio ahorn aikido airco airs ajour ajuinen aker akkoord aksen akte akten alarm albe album aldoor alfa
alfabet algebra algen alinea alkali alkaline alleman aller allergie allo allrisk allround almacht alom alpine alpino
alruinen alsem altaar alter altijd altoos aluinen amalgaam amandel amateur ambitie ambt amfibie ammoniak ammonium
amnestie amoebe amok amuse anabolen analist analyse anamnese ander andijvie angelus angora anijs anima animatie
animeren anker ankerbak anode ansjovis antenne anti antiek antislip antwoord apen apenboom apenbos apenhaar apenhuis
apenpark apenspel apentuin apenvolk apneu apostel apotheek apparaat appel applaus aqua aquarel aquarium arbeid arbiter
arbo archief arduinen areaal argument arken armband armbreuk arme armelui armhuis armoe armwezen aroma arren arseen
arterie artiest artikel asbakken asbest asfalt aspect asperge aspirine assisen astma astraal atelier atleet atletiek
atoom attentie attest attitude audio audit auditeur auditie auteur auto autobak autobouw autobrug autobus autoclub
autodek autohuur autolijn autoloos automaat autopers autopomp autopsie autoreis autoshow autoslot autostad autostop
autoteam autotest autotype autovrij autowas autowiel aval avegaar avers avond avondmis avontuur azen azijn azuren baad
baai baan baandeel baanhuur baankans baanlijn baanloos baanrots baanvast baanvlak baanwerk baar baardvis baas baat
babbel baby babybad babybed babyboek babybond babybos babybus babyfoto babygeur babyhuid babymelk babyolie babyroof
babytaal babytijd babyvet bachelor bacil back bacove bacterie badbroek badhotel badhuis badkamer badkraan badlijn
badolie badrand badstad badzeep bagage bagger baisse bajonet bakboter bakdek baker bakhuis bakken bakker bakkerij
baklamp baklijn bakmeel bakolie bakoven bakstoel baktafel bakvocht bakwagen bakzeil balans balbezit baleinen balg
balie balk balkhout balkleed balkon ballast balling ballon ballroom bals balsa balsem balspel balsport baltempo
balvast balwinst bama bamboe bami banaan bandfoto bandlid bandstad banier bank bankbed bankboek banket bankgiro
bankier bankkast bankpoot bankraad bankroof banktaal bankvak banner baobab barak barbaren barbecue barblad barcode
bardame bareel bariton barium barok baron barrage barring barteam bascule baseball basis basket baskuul bassen basset
bataljon batch batikken batting bauxiet bazin beambte beambten beat bebouwen bedanken bedbodem bedekken bedel bedenken
bederf bedienen bedillen beding bedraag bedrag bedrand bedrijf bedrog bedrust bedstede bedstee bedstro bedtijd beeld
beeldig been beenbank beenhaar beenhard beenloos beenmerg beenpijn beenwerk beer beest begaan begeren begijnen begin
beginsel begonia begraaf begrip behagen behandel behang beheer behoud behuwd beien beige beitelen beitsen bejagen
bekappen bekeken bekennen beker bekken beklag bekleder bekomen bekwamen belader belang belast beleg belegger beleid
belen beleving belhuis bellen bellijst beloning belopen belspel belster bemannen bemerken beminnen bemoeien bench
bengelen benig benoemen benzine bepalen bepaling beperken beraad bereid bereik berg berghuis bergijs berging bergkant
berglift bergstad bergzone bergzout bericht beringen berm beroep berouwen bescherm beschuit besef beslaat beslis
besluit bespelen bessen bestaan bestand bestek bestel bestuur betaal betaling beteren betogen betoging beton beugel
beugen beuk beunen beur beurslid beursval beurtman beurtrol beuzelen bevalen bevallen bevaren bevelen bevingen bewaar
bewaker bewaking bewaring beweeg bewees beweging bewerken bewerker bewijs bewind bewogen bewonen bewoner bewoning
bewust bezanen bezem bezet bezien bezigen bezit bezoek bezorg bezwaar bibberen bicepsen bidder bidon biecht bied
bieding bief biefstuk bier biergeld bierglas biermenu bierstad bierteam biertest biet bigband biggen bijboog bijboot
bijdrage bijeen bijen bijholte bijhuis bijkans bijkomen bijl bijlagen bijlenen bijmest bijpaard bijstaat bijstand bijt
bijtijds bijwagen bijwezen bikkelen biljart biljet bind binding bingo binken binnen biologie bioloog biomassa bioscoop
biotech biotisch biotopen bisam biscuit bisschop bitcoin bits bitter bitumen bivak blaar blabla black blad bladdeeg
bladgeel bladgoud bladhoek bladhout bladig bladkool bladlood bladloos bladluis bladneus bladtop bladval bladwerk
bladzij blaffen blaken blauw blauwwit bles blessure blijk blijver blik blikbier blikogen blikpunt bliksem blikvoer
blikwerk blinken blits blocnote bloei bloem bloemig blog blok blokgolf blokhuis blokkade blokkeer blond blouse blowen
blue bluf blunder blus board bobbelen bobijnen bobslee bochel bock bodem body boedel boei boek boekbaar boeket
boekhoud boeking boekrug boekvorm boel boemel boenen boer boerin boerka boes boetepot boeter boetiek bokken bokking
boks bollen bollig bolrond bolspel bolzaad bonbon bonken bonnen bonsai bont bontgoed bontrand bontwerk bontzaak bonus
bonuspot boogbal booghand boom boombal boomhoek boomhuis boomkap boomlaag boomlang boomloos boomrijk boomvrij boon
boor boorbuis boorgang boormeel boorpunt boot boothals boothuis bootmens bootreis bootshow boottype bootvorm border
borduur borging boring borstel bosbad bosbezit bosbodem bosbouw bosfruit boskar boslucht bosmuur bosplan bosrijk
bossen bostuin bosvogel boswezen boterham botervis botsing bottel boud bouillon bout bouw bouwaard bouwbord bouwfase
bouwgolf bouwhal bouwhoek bouwlijn bouwman bouwplan bouwspel bouwstop bouwteam bouwtype bouwvak bouwvoor bouwvrij
bouwwerk boven bovenaan bovenbed bovenkop bovenrug bovenzij bowl bowling boxen boxer boycot braad braille braker
bramen brammen branche branie bras bravoure break breed breeduit breek breeuw breezer brei brein breking breng breuk
breukzak brevet bridge brie brief brigade brij bril brinken brisant brochure brod broed broeder broei broeikas broek
brok brom bromide bron bronader bronolie bronveld bronzout brood broom brouw browser brug brugbouw bruggeld brugklep
brugstuk brugtaal brugwerk brui bruid bruiloft bruin brul bruto bruusk bubbel budget buffel buffer buffet buidel buien
buig buiging buik buikhaar buiklijn buikvet buil building buis buismaag buispost buisvorm buiswand buit buitelen buks
bulder bulk bullen bulletin bumper bundel bungalow bunker bureau burelen burg burger burijnen burinnen busboot
busbrand business buskruit busnet buspas busramp busreis bussen busstop buurman buurt buut bypass byte cabaret cabine
cacao cache cactus cadeau cadmium cahier caisson cake calcium calorie cambio camera campagne camper camping campus
cannabis canon cantate capsule caravan carbid carbon card carga cargo carillon caritas carnaval carpool carter cartoon
cascade casco cash cassatie cassave cassette cast casting casus catalogi catarre ceder celen celgetal celgroei cellen
celtype celvocht celwagen cement censuur cent center centra centrale centrum chakra chant chantage chaos charm chart
charter chassis chat check chef chemie chemisch chemo cheque chillen chip chirurg chloor chloride choco chocola
cholera choppen chopper chromo chrono chroom cichorei cider cijfer cijns cilinder cinema circuit circus cirkel citeren
citroen citrus city civiel claim clan clausule clearing click clinic clip closet cloud clown club clubhart clubhuis
clubjaar clubkas clublid clubman clubpas clubshow clubteam clubwerk cluster coach coaches coaching coalitie coating
cockpit cocktail cocon coderen codering codeslot codetaal coffee cognac cohesie cohort cola colbert collage collect
collega college colli column coma combi combo comedy comfort commando commies communie complex complot compost compote
computer concept concern concert concerto concours condens conditie conditio conduite conflict conform congres console
consul contact content contest context continu conto contour contra contract contrast controle conussen corner corps
corrosie corso corvee couch coulance coulisse counter country coup coupon cour coureur couscous couveuse cover cowboy
crack crash crashes crawl crea creatie credit creolen creool creperen crew cricket crises crisis criteria critica
critici criticus cros crosses cruise cult cultus cultuur cumul curator curry cursor cursus curve curven custard
cutteren cycli cyclisch cyclus cyste daad daag daal daaraan daarop dadel dagbasis dagblad dagboek dagbouw dagkant
dagleven daglicht daglijst daglonen dagmenu dagomzet dagorder dagprijs dagreis dagrit dagstand dagtank dagthema
dagtrein daguren dagvers dagwerk dagwinst dagzaal dagzege dagzorg daken dakhemel dakkamer dakleer dakriet daktaal
dakvoet daling daluren dambond dambreuk damclub dame damestop dammen damp damsport damwand dance dank dans dansbaar
dansclub danseres dansfilm danshuis dansshow dansspel dansstad danstaal dansteam danstest dansveld danswerk darmfoto
dartelen dassen data databank database datablad databus datatype dateren datief dating datum dauw deal debat debating
debet debiet debuut decaan december decennia decime deck deco decor decreet deed deeg deegrand deel deelauto deelbaar
deeldeur deellast deelname deelnota deelraad deelstuk deeltijd deer deernis defensie deinen dekdatum deken dekgeld
dekglas dekhuis dekken dekking deklagen deksel dekstro dektijd dekverf dekzand delf delging deling dement demo demon
dempen demper demping dender denier denk dennen deposito depot derby dertien dertig derving derwijze design desk
desktop dessert dessin detail detectie detector detentie deug deugd deuken deunen deur deurmaat deurveer deurvlak
devies diabetes diaconie diagnose diagram diaken dialect dialoog dialyse diameter diarree dicht dichting dichtsla
dictaat dictee dicteren dictie dieet dienaar dienst diep diepdruk diepgang dieping diepzee dier dierlijk diervorm dies
diffusie dijbeen dijen dijk dijkbouw dijkhuis dijkvoet dimensie dinar diner ding dinsdag diode diorama dioxide dioxine
diploma dipool direct directie dirigent disc disco disconto discount discus disk diskette district dividend divisie
djati dobbel dobberen docent doceren dochter doctor doctrine docu document doder doding doek doel doelhout doelloos
doelmond doelpunt doelvlak doelwit doem doen doezelen doffer dokken dokter doleren dolfijn dollar dollen domein
dominee dommen domp dompel domstad domtoren domweg donateur donatie donder donken donker donor doof doofpot dooi dook
dool doop dooplid dooplied door doorgang doorgeef doorgoed doorkies doorlees doormat doorreis doorrij doorsla doorsnee
doorvoer doos doping doppen dorp dorpel doseer dosering doses dosis dossier dotatie dotcom douane douche douwen
doveman down download draad draadnet draaf draag draai draaikap dracht dradig draf drain drainage drama dramatis
drammen drang dras dreg dreig drek drempel dressuur dribbel drie driegen driehoog drieloop driemaal driestal drievlak
drieweg drift drijf dril dring drink drive driver droef drom drong droog droogpak droogweg droom droomdag drop
dropping drossen druif druilen druip druk drukbaar drukgang drukgolf drukking druklaag drukpers drukstuk druktank
druktest drukveer drukvlak drukvrij drukwerk drukzin drukzone drum drup druppel dubbel duel duiding duif duik duikboot
duikclub duikelen duikklok duikplan duiktank duikteam duikwerk duim duin duingras duist duister duizelig duizend
dumdum dummy dump dumping dunk duplo durf duur duurbaar duurkoop duwen dwaal dweep dweil dwerg dynamica dynamiek
dynamo ebola ecart echelon echo echtpaar eclips ecologie economie econoom eczeem editie educatie eelt eenre eens
eerbaar eerbied eerder eerlijk eerst eert eetbaar eetclub eethuis eetkamer eetketel eettafel eeuw eeuwigen effect egel
eicellen eider eieren eigen eigenaar eigendom eiken eiland eind eindband einddata eindfase eindlid eindlied eindloon
eindmeet eindnota eindplan eindrang eindshow eindslag eindspel eindtest eindzege eisen eiser eiwit eject eland elect
electie elektro element elevatie elfen elftal elite elpee email embargo emblemen embolie emissie emotie employee
emulsie enclave ener energie energiek engel engine enigen enkel ensemble entingen entiteit entree envelop enzymen
epitheel epos erbij erebaan eredame eregeld eren erepark ereregel eretitel erewijn erewoord erfenis erfgoed erfgrens
erfhuis erfpacht erger ergo erkennen erker erom eronder erosie erover erts eruit ervaren ervaring erving ervoeren erwt
escape escort eskader espresso essay essen essence etage etalage etappe eter ether ethernet ethiek ethos ethyl
ethyleen etiket etmaal etsen euro euvel evenzo ever evolutie examen excursie excuus exit expansie expert exploit
explosie expo export expres extract ezel faal faam fabel fabriek factie facto factoor factor factuur fado fakkel falie
familie fanaat fancy fanfare fans fantasie fantasy fantomen farm farmacie fase fasehoek fasehuis fastfood fata fatsoen
fauna fauteuil februari feest feil feit felsen femelen fenolen fenomeen ferm ferriet festijn festival feston fiber
fiche fictie fier fiets fietsnet fietsrit figuur fijnstof file filiaal film filmclub filmdruk filmhuis filmlaag
filmnaam filmpers filmstad filmstem filmtaal filmteam filmtijd filmvlak filmweek filosoof filter filtreer finale
fineer finish firma fiscaal fistel fitnes fitter flabben flacon flamenco flan flanel flansen flap flash flat flauw
flemen flens fles flex flik flippen flipper flirt flits flodder floeren floersen floppy flossen flow fluister fluit
fluor fluoride flut fluweel flyeren fobie focus foei foerage fokker fokkerij folder folie folio folk folklore follikel
fond fondslid fondue fonkelen fontein fooi foon foor football fora forfait form forma formaat formatie formica formule
fornuis fortuin forum forumlid fosfaat fosfor foto fotobond fotoclub fotorol fotoshow fotospel fotostop fotowand fout
foutloos foutvrij fractie fractuur fragment frame frankeer frase frater fratsen fraude fraudeur freak frequent frictie
friet frikken fris friseren frit frites frituur front fronton fruit fruitdag fruitpan fruitsla fuif fulltime functie
fundatie funk fusie fusion futselen fysica fysici fysicus fysio fysisch gaaf gaai gaan gaar gaarder gaas gaat gabber
gala galei galerie galm galon galop game gamelan gamma gang gangbaar gangklok gangster gangwerk gans garage garantie
garelen garf garing garnaal garneren gasbaten gasbuis gasdicht gasdruk gasfase gasgeur gaskabel gaslucht gasmassa
gasmeter gasmunt gasnet gasnota gasolie gaspomp gasprijs gasramp gassen gasstand gast gastank gastboek gastdier
gastheer gasthof gasthuis gastkind gastkoor gastlid gaststad gastster gastvrij gasvorm gasvrij gaswater gazon gebak
gebed gebied gebit gebleven gebod gebogen gebracht gebrek gebruik gedaan gedag gedoog gedrag geduld geef geefster geel
geelboek geelhart geelrood geelwit geen geest geestig gegeven gehak geheim geheugen geiser geit geld geldloos geldnood
geldroof geldtest gelei gelijk geloof gelui geluid geluk gemak gember gemeen gems gender genees generaal genezing
genie genoegen genomen genot genre geranium gered gereed gerei gericht gerief gerucht geruis gesappel geschenk
geschied geschut geselen geslagen geslicht geslijm gesmacht gesneer gesp gesport gesprek gestand gestegen getal getij
getuig geur geurbron geurlijn geurloos geurolie geurvrij geus gevaar geval gevel gever gevlogen gevoel gevoelig gewaar
gewas geweien gewelf gewest gewicht gewin gewricht gezag gezel gezellig gezet gezicht gezin gids gier gierig giet gift
gigant gijzel ginder gips giraffen giro gist gisting gitaar gitarist glad glamour glans glarie glas glasbouw glasdak
glashard glaslaag glasmaat glasnet glasoven glasrand glasstad glasverf glaswol glazuur gletsjer gleuf glij glim
glippen glit glitter globe gloed gloei glossen glucose gluien gluten glycemie goal godin goed goedhals goedkoop
goedrond goeie goeroe golf golfclub golfdag golfpark golfreis golfteam gomma gondel gong goochel goodwill gordel
gordijn gorgelen gort gospel goud goudader gouddruk goudgeel goudgeld goudhaar goudmerk goudmes goudoog goudpunt
goudstof goudverf goudzand goulash gourmet graad graaf graag graaien graal graan graat gradatie graffiti grafie
grafiek grafisch grafkerk grafkop grafwerk grafzorg gram graniet grap grappig gras graskaas grasrijk grasveld grasvlak
gratie gratin grauw graveer gravel gravin gravure gravuren green greinen grens greppel gres gries griffen griffie
griffier grijn grijp grijs gril grill grind grizzly groei groeibon groen groenarm groenkop groenoog groep grof grog
grom grond grondbal grondig grondijs grondwal grondwet grondzee groot grootbek grootvee gros grossier grot gruis
grunge gulzig gummi gunning gunst haaf haai haak haakneus haakoog haakpunt haakster haakvorm haal haard haargolf
haargras haarloos haarolie haarpijn haarpunt haarrook haartype haarverf haarvorm haarzelf haas habitat hacker hagedis
hagel hakhout hakkelen hakken hakselen half halfacht halfdek halfdrie halfhoog halfjaar halflang halfopen halfstam
halfstok halftwee halfvet halfvier halfwind hallen halm halo halogeen hals halsband halshoek halsstuk halstouw halter
hamel hamer hammen hamster hand handbak handbal handboek handdoek handel handhaaf handicap handig handmerk handspel
handtas handwerk handzeep hang hangoren hanteren happen hard hardcore harddisk hardgeel hardglas hardloop hardrock
hardrood hardtop hardvoer hardware harem harig haring hark harmonie harnas harpijen harpoen hars hart hartblad
hartfilm harthout hartig hartslag hartwand hartworm hausse havanna haviken havo hazard hebber hecht hechting hectare
heem heen heenreis heenrit heer heerlijk heerser heester heet hefboom heffer heffing heftruck heggen heil heilig hekel
hekken held heldin helft heli heling helium help helpdesk helpster hemd hemel hemeldak hendel hengel hengsel hengst
hennen hennep herberg herder herfst herhalen herin herkies hernia herop herpes herrie hersenen hersens herstel
hertogen hertz heruit hespen hetero heup hevel hiel hielpen hielprik hier hierna hifi high hightech hijgen hijs
hijswerk hinde hinder hinkel hinken hiphop hippie hips historie hitsen hobbel hobby hobo hockey hoed hoek hoekbad
hoekhuis hoekig hoekmaat hoekveld hoen hoenders hoep hoest hofauto hofbal hofdame hofjacht hofleven hogerop hokken
holding hollen holster home hommel hompelen hond honderd honger honing honk honkbal hoofd hoofddek hoofdhal hoofdig
hoofding hoofdlid hoofdtop hoofdwal hoog hoogbouw hoogedel hoogkoor hooglijk hoogmoed hoogoven hoogrood hoogstam
hoogtij hooguit hoogzit hooi hool hooligan hoop hoor hoorn hoornvee hoorspel hoos hopper horeca horigen horloge hormon
hormoon horren horror horsen horzel hostie hotel hotelbar hots houd houder houding houdster house hout houtbond
houtbouw houtgeur houtlaag houtland houtlijm houtmeel houtoven houtrijk houtstof houtteer houtvrij houtwol houw
houwelen houwer hoven hovenier huid huidig huidkant huidlijn huidolie huidtype huidzone huidzorg huif huigen huil huis
huisarts huisband huisbar huisbier huisboot huishoek huishoud huislijk huislijn huisraad huisreis huisstof huistoe
huisvorm huisvuil huiswerk huiszorg hulp hulpclub hulpdoel hulpkerk hulploon hulptaal hulpteam hulpwerk huls humeuren
humor humus hunnent huppelen hurk huur huurauto huurdeel huurder huurhuis huurkoop huurland huurpark huurpeil huurster
huurteam huurtent huurtijd huurvorm huwelijk huzaren hybride hydra hymne hype hyper hypo hysterie iconen ideaal
idealen idee idiomen idolen iepen ijdel ijken ijker ijlen ijsappel ijsbaan ijsbad ijsbank ijsbar ijsbeeld ijsbeker
ijsblauw ijsbond ijsbrug ijsco ijsdek ijsgang ijsgeld ijsgroei ijshoorn ijshotel ijskraam ijsmassa ijsmerk ijsrace
ijsrand ijsregen ijsroom ijsshow ijssla ijsthee ijsval ijsvogel ijsvrij ijswand ijswater ijszaak ijszee ijver ijzer
ijzeroer ijzingen illusie image imago imitatie impact imperia imperium import impuls inbellen inboedel inbouw inbraken
inbreng inbreuk incident indekken indeling index indianen indices indiener indom indoor indruk inductie ineen infectie
inflatie info infra infusen infusie ingang ingrepen inhaal inhoud inhuren injectie inkijken inkjet inkom inkoop
inkoppen inkt inlaat inlagen inleg inleving inline inlog inloop inmaken inname innen inningen inpakken input inrijen
inruilen inschuif insect inslag inspraak instant instap insteken instel instinct instroom insuline intake intentie
intercom interim intern internet interval intiem intimi intree intrige intro inval invasie invert invloed invoegen
invoer invul inwaarts inwerken inwonen inwoner inwonnen inzakken inzamel inzet inzicht inzoomen ionen ironie ismen
isolatie isoleer isotopen item iteratie ivoor izabel jaag jaar jaarhuur jaarnota jaarpas jaarplan jaarwerk jaarwiel
jacht jacket jager jagerij jaloers jaloezie jammer januari japon jappen jargon jarig jassen jeep jenever jeugd
jeugdlid jicht jockey jodium joegen joelen jogging jolen jong jonk joule journaal jubel jubilea jubileum judo juffen
juffer juffrouw juich jumbo jungle juni junken junta jure jurist jurk jury justitie juweel juwelier kaak kaart kaas
kaasdeeg kaasklok kaasland kaasstad kaasstof kabaal kabel kabinet kabouter kachel kadaster kadaver kader kaderdag
kaderlid kajakken kakel kaki kakker kalender kalf kalium kalk kalkarm kalkbak kalkdeeg kalkmelk kalkoen kalkoven
kalkrijk kalkverf kalkvrij kalm kalveren kameel kamer kameraad kamfer kamikaze kammen kampeer kampgeld kampioen
kampong kamptijd kanarie kandij kaneel kannen kano kanon kans kansel kansloos kansspel kansteam kant kantel kantig
kantine kantlijn kantoor kapbeurt kapel kapen kaper kapingen kapitaal kapitein kapittel kapjaar kapkar kapoen kapok
kapot kappen kapper kapsalon kapsel kapster kapstok kaptafel kapvorm karaffen karakter karamel karavaan kareel karet
karn karren kartel karton karweien kasbasis kaseko kasfruit kaslucht kassa kassei kassen kassier kast kasteel kastrand
kastvorm kasuren kater katern katheter kathode katoen katrol kauw kavel kawina kazakken kazerne kazernen keel keepen
keeper keer keet kegel keien keilen keizer kelder kelk kemel kempen kenmerk kennel kenner kennis kenteken kepen keper
kerel kerf kering kerk kerkbouw kerkeren kerkmis kerkroof kerktaal kerktuin kerkvolk kerkwerk kerkzak kermen kermis
kern kernblad kernboek kerndeel kerndruk kernhout kernlid kernloos kernnet kernpark kernstad kernstaf kernstof
kernstuk kernteam kernvrij kernzone kerrie kers kersrood kersvers ketel ketting keuken keur keurder keurig keuring
keurmerk keus keutel keuteren keuvelen keuze kever kibbel kiem kiembaan kien kiep kier kies kiesbaar kiesclub kiesplan
kiesraad kiesvee kiesvolk kiesweek kieuw kiezel kijf kijk kikker kikvors kilo kina kind kindster kindzorg kinine kink
kiosk kippen kitsch klaag klaar klad klak klam klank klankman klankvol klant klapbaar klapbus klaphout klapper klapvee
klas klasfoto klateren klauter klauw klavier klederen kledij kleding kleed klef klei klem klemring klemtoon klemvast
klep kleren klerk klets kleur kleurig kleuring kleursel kleuter klief kliek klier klik klim klimaat kliniek klinisch
klink klinker klip klis klodde kloek klok klokboor klokhuis klokvast klokvorm klomp klop klos klover klucht kluif
kluis kluit kluiver klus klutsen knaag knaap knak knal knap knarren knecht kneed knekel knel knelpunt knepen kneu
knevelen knie kniel kniepees knijp knik knip knippa knipsel knobbel knoeien knoflook knok knol knoop knop knor knot
knuffel knuppel knutsel koala koeien koek koekdeeg koel koelie koeling koelkast koemelk koepel koer koerier koes koet
koeteren koetsier koffer koffie kogelkop kohier koker koket kokkeren kokos kolder kolf koliek kolom kolonel kolos
komedie komieken komijn komma kommen komst komt konijn koning koningin konkel konvooi kooi kook kool koolader koolbak
koolsap koolsla koolsoep koolstof koolzak koolzuur koop koopbaar koopdruk koopgeld koopgolf koophuis koopkans koopman
koopstad koopster koor koorklas koorlid koormuur koorreis koorstuk koorts kopervet kopgevel kopglas kopie kopijen
koplast koploos kopnagel koppel koppen koppig koppijn kopregel kopschot kopvrouw kopwand kopwerk kordon korf korfbal
korps korpslid korrel korrelig korting kosmos kost kostbaar kosthuis kostuum koteren koud kous kozerij kozijn kraag
kraai kraak kraal kraam kraan krabbel krabber kracht krachtig krag krak kram kramp krank krappen kras krater krediet
kreet krekel kreken krent kreuk krib kriebel kriek kriel krijg krijsen krijt krikken krimp kring kringlid kristal
kritiek kritisch kroeg kroes kroket krom kroniek kroning kronkel kroon kroonlid kroos krop krot krui kruid kruik
kruimel kruimen kruin kruip kruisdak kruiser kruiskop kruk krul kubiek kubus kudde kuieren kuif kuiken kuip kuis kuit
kundig kunst kunstbus kunstig kunstijs kunstvol kunstwol kunstzij kunstzin kurk kussen kust kustbaan kustboot kustreis
kuststad kusttaal kusttram kustzone kuur kwaad kwab kwadraat kwak kwakkel kwal kwantum kwark kwart kwartaal kwartet
kwartier kwassie kwast kweek kwekerij kwekken kwel kwestie kwets kwijlen kwijt kwik kwintet kwis laad laaf laag
laagbouw laas laat laathof label labeuren lach lactatie lactose ladder lading lady lagering lagune lakken lakkleur
lakmoes lakverf lakwerk lambiek lamellen lammer lamp lamphuis lampion lampolie lampvoet lanceer lancet land landaard
landbouw landbrug landgoed landhuis landing landkant landlijn landman landpost landstad landvolk landvorm landwerk
landwet landzij lang langhals langhout langneus langtong languit langvoer lanspunt lantaarn lantaren lapper laptop
larderen larf lariksen laser lassen last lastig lastrem lastvrij lateien latentie latin lating lauwer lavabo lawaai
lawine lazeren lazuur lease leasing lectuur ledenman leder ledig leef leeftijd leeg leem leep leer leerbaan leerbaar
leerhuid leerhuis leerhulp leerling leerpark leerplan leerrijk leerstof leertijd leervorm leerwerk lees leesbaar
leesband leesblad leesclub leesdeel leesglas leesjaar leeslijn leesstof leestoon leesvoer leeswerk legatie leger
legering legertop leggen legger legging legio leid leider leiding leidster lekkage lekken lekker lekst lener lening
lentezon lepel leraar lerares lering lesauto lesdeel lesdoel lesduur lesmodel lessen lesstijl lesstof lesthema lesvorm
leswagen letsel leugen leuk leukemie leunen leuning leus leuter levering lezing liaison libellen libretto licentie
lichaam licht lichting lied liedgoed lief lieg lift liftput liftster liga liggen ligger ligging ligstand lijd lijm
lijmlaag lijmoor lijmverf lijmvlak lijn lijnmeel lijnolie lijnpomp lijntest lijst lijvig likdoorn likeur likken likker
limiet limit limoen limonade liniaal link linnen linoleum lintworm lippen list listig liter lithium litho litteken
liturgie live livrei lobby lobbybar locatie loco lodderen loef loeien loep loer lofrede logboek logeer logica logies
logisch logo lokaal loket lolly lommer lommerd lompen long longfoto longroom lood loodarm loodverf loodwit loof loon
loondruk loongolf loonjaar loonlijn loonpeil loonstop loonvoet loonwet loop loopauto loopbaan loopduur loopgang
loopgolf loophulp loopjaar loopmaat loopneus looppop loopspel loopstad loopstal loopster loopstuk loopteam looptest
looptijd looptouw loopvuur loopzone loos loot lorken lorren loslopen loterij loting lotion lotto lounge lozing lucht
luchtrem luchtweg lucifer luid luifel luipaard luister lumbaal lumpsum lunch lunchuur lussen lymf lynchen lyriek maag
maagring maagwand maagzout maai maaiveld maak maakbaar maakkans maakster maal maalgoed maalpeil maaltijd maand maandag
maanman maanzaad maat maatglas maatloos maatplan maatramp maatstaf maatvast maatwerk macaroni machine macho macht
machtig macro macula madammen madera maffia magazijn magazine magnaat magneet mahonie mail mailing majolica majoor
major makelaar makelen makerij makker makreel malaise malaria malie malussen mama mamma mammoet manager manbaar manche
manco mand mandaat manege mangaan mangel mango mangrove manifest maniok manlijk mannen manschap mantel manvolk mappen
maren marge marifoon marinier markeren markt marmer marron maske masker massa massage massawet massief mata match
matches materie matgeel matglas matig matiging matras matrijs matrix matroos matteren matverf matwerk matzwart mavo
maximum mazelen mazout meccano medaille medelid media mediaal mediaan mediale mediawet medici medicijn medisch medium
meed meekrap meel meelbes meelezer meelij meelkost meelopen meelstof meenemen meeouder meer meereis meerij meerslag
meest meestal meester meet meetbaar meetbank meetbuis meetduur meeting meetklok meetnorm meetstal meettaak meettijd
meetveld meetvlak meetwerk meeuw meevader mega meid meieren melder melding melig melk melkgeld melkglas melkhuis
melkjaar melkput melksap melkster melktank melkuur melkvee melkvrij melkwit melkwol melkzeep melodie meloen membraan
memo menage menen meng mengel menging mengsel menie mening meniscus menner mens mensdom menshoog mensport menstype
mensvorm ment mentaal mentor menu mepper merg mergel merino merk merkbaar merkstof merkvast merrie messen mest
mestband mestberg mestgeur meststal mesttank mestvee mestvoer mestwet metaal metal meteoor meteoren meter methaan
methadon methode methoden methyl meting metrisch metro metsel metser meubel mezzo micro microbe middag middel midden
midzomer mier mierik migraine migrant migratie mijl mijmeren mijn mijnbouw mijnhout mijnraad mijnstad mijt mijteren
mikken mild milieu military militie miltvuur mime minder mineraal mini miniemen minima minimum minister minnaar minst
minus minuut mirakel misbaar misdaad misdrijf misgeld miskleur misoffer mispelen misprijs miss misschot missie missla
misstaat misstoot mist miswijn mitsen mixer mobiel modder modefoto modehuis model modeland modem modepers modern
modestad modetaal modevak modi modisch module modus moed moeder moedig moeien moeilijk moer moeras moes moesson
moestuin mogelijk mogen mokeren mokka mokkel molecuul molen molest mollen molmen moment mond mondbal mondgeur monding
mondklem mondkost mondlijm mondrand mondzorg money monitor monnik mono monster montage monteur monument moppen mopper
mops mora moraal moren morfemen morfine morgen mormel mormonen mortier moskee mossel mossen mosterd motie motief moto
motor motorrem motto mousse mout mouw muesli muggen muil muis mulo mummelen munitie munt muntblad munterij muntgeld
munthuis muntloon muntslag muntvoet muntvorm murale musea museum music musical musici musicus musk muskaat muskiet
muskus mussen mutatie muts muur muurdeel muurkant muurstuk muurvast muurverf muzen muziek muzikaal muzikant mysterie
naad naaf naai naaister naam naamloos naar naartoe naast nabij naburen nacht nachtnet nadar nadeel naderen nadering
nafta nagel nagelbak nagellak najaar nakijken naleving namaken namiddag nappen narcose narren nasi naslagen natie
natrium natron nats natura natuur nauw navel navolgen nawijs nazorgen necro neder neef neeg neem neer neergang
neerloop neersla neerslag negatief negentig negotie nekken nellen nemer neming neon nepen nerf nering nertsen nerveus
nest nestbouw nestelen netbal netband netel netspel netto netvlies netwerk neurosen neus neusbrug neuskap neusleer
neuslijn neuspunt neusrug neusstuk neuswiel neutra neutraal neuzelen nevel niche nicotine nier nierader nierbed
niervet nies niet nietig nieuw nihil nijd nijdig nijpen nikkel nimf nippel nippen nipper nissen nitraat niveau nodig
noemen noen noga nomaden nomen nomina nood noodbouw noodgeld noodkap noodloop noodnet noodpeil noodweer noodweg
noodzaak noot norm normaal normloos norren nota notaris notatie notitie notulen novelle november novice nuance nuchter
nummer nylon object obstakel oceaan ochtend octaan octrooi oden odeur oedemen oefen oefening oerbegin oerbrood oerdom
oermodel oerouder oerpaard oersoep oerstaat oerthema oertype oervogel oervrouw oerwoud oerzee oeuvre offer office
officier offset offshore ogen ogentaal ogentest oker oksel oktober olie olieboom oliedom oliefilm oliegoed olielaag
oliepeil oliestad olietank olieverf oliewet oliezuur olifant omberen ombouwen omen omgang omgeving omheen omhoog
omkeren omkopen omlaag omleggen omnium omringen omroep omslag omsta omtrek omtrent omvang omver omzet onaf onbegaan
onbelast onbruik ondank onder onderaan onderaf onderdak onderrug onderuit onderzij oneer oneven ongel ongelijk
ongeloof ongeval onheil onkosten onkruid online onrecht onrust ontbijt onthaal onthou ontluis ontsla ontslag ontstaan
ontvang ontwaren ontwerp ontzagen onveilig onvrij onwaard onweer onwel onzeker onzin ooft oogappel oogdruk oogglas
ooglaser ooglid ooglijk oogpunt oogst oogstand oogstdag oogster oogvocht oogwater oogwit oogzorg ooien ooms oorbaar
oord oordeel oorijzer oorkonde oorzaak oosters oostkant opalen opberg opblaas opbouw opdracht opeen opeisen open
opening openlijk opensla operatie operette opgangen ophaal ophangen opheffen ophogen ophouder opinie opkomst opkopen
oplader oplappen opleggen oplegger opleider oplopen oplossen opmaak opmarsen opmerken opname opnamen opnemen opnemer
opneming opoe oppas opper oppersen oprekken oprij oproep oproer oprollen opruimen opslag opsta opstart opsteken
opsteker opstel optellen optie optieken optocht opussen opvang opvoeren opvolgen opvolger opvouwen opvragen opvullen
opwaarts opwarmen opwekken opzeg opzet opzien opziener opzij opzoeken oraal orakelen ordeboek ordelijk ordeloos
ordening order ordi oren orgaan orgel orgelkas orkaan orkest ornament ossen otteren oudejaar ouder ouderdom ouderrol
outdoor outfit output ouwe oven ovenmond ovenstok oventijd ovenvast ovenvers over overall overdag overeen overerf
overgang overhand overhead overhoop overkant overlang overlast overleer overlees overleg overname overoud oversla
overtal overval overvet overvol overwal overzee overzij oxide ozon paai paal paalbalk paalhout paalrij paan paap paar
paard paardzet paas pabo pace pacht pack pact padie page pagina pagode pakaan pakbaar pakgoed pakhuis pakijs pakkamer
pakken pakker pakket pakking pakprijs pakster paktafel paktouw pakwagen pakweg pakwerk paleis paling pallet palm
palmpaas paltsen pamflet pamperen pand panda pandgoed pandhof pandhuis paneel panel pangang panklaar pannen panorama
pantalon panter pantser panty papier papyrus parallel paralyse paraplu parasol parcours pardon parfum pari paring park
parkeer parket parkiet parking parkoers parktuin parkzone parochie parterre partij partner parttime party pasfoto
pasgeld paskamer pasklaar paslezer paspoort pasrand passaat passeer passen passer passie passief password pasta pastei
pastel pastille pastoor paswerk patat patent pater patio patroon patsen pauken pauper pauw pauwogen pauze pech peda
pedaal peddel pede peel peen pees peet peil peilbaar peilboot peilbuis peildata peiling peilloos peilmerk pekel
pelgrim peloton pels pelster peluw penaal penalty penant pendag pendel pennen pens penseel pensioen pension penster
peper perceel percent periode perioden perron pers persauto persbond persbuis persdag persdruk persfoto persmerk
persoon persraad persreis persstop perzik petanque peuk peul peuren peuter peuzelen phishing pianist piano picknick
piek piekeren piep piercing pies pigment pijen pijl pijnhout pijnlijn pijnloos pijnpomp pijnteam pijnvrij pijnzin
piket pikker pilaar piloot pilot pils piment pimpel pinangen pinda ping pingelen pingpong pink pinkster pinnen pioen
pion pionier pipet piraat piramide pisang pistache piston pita pitbull pits pizza plaag plaat plafon plafond plaggen
plak plakkaat plamuur plan planbaar planeet planeren planfase plank planlast planloos planning plano plantaal planteam
planter planthof planting planvorm plasma plastic plat plateau plateel platform plaveien pleeg pleet pleister pleit
plek plengen plens plet plezier plicht plichtig ploeg plof plok plombe plompen plonsen plooi plot plug pluim pluimvee
pluis pluk plunder plunjer plus poch pocket podia podium poedel poeder poeier poenen poes poet poetser pogen poging
pointe poker polaroid polder poli poliepen polijst polio politici politiek polka pollen polo polsstok poly polymorf
pommade pomp pompbuis pompdruk pomphuis pompkast pompoen pompon pompwerk pond poneren ponnen pons pont ponton pony
pook pool poolijs poolzee poort poot pootaan pootgoed popband popblad popfeest popi popkoor poplied popnagel poppen
popprijs poprock populair popzaal port portaal portglas porti portiek portier porto portret portvrij positie post
postaal postauto postcode postdata postdoc postgiro postkar postrock postwet potdicht pothuis potig potlood potrand
potter potworm poule power praaien praal praat pracht prairie prak praktijk prangen prat prauwen precario precisie
predik preek prefab prefect prei premie premier prent prepaid pres present pressie prestige pret priem prijs prijsval
prik prikkel prime primeur principe prins prinses print prionen prior priori privaat privacy probleem procent proces
producer product proef prof profiel profile prognose program project promesse promo promotie pronk prooi prop protest
prothese protocol proton proviand provider provisie provo proza pruik pruil pruim prul prut puber publiek puddelen
pudding puien puilen puimen puin puit pullen pullman pulp puls punch punctie punk punt puntig puntneus pupil puree
purgeer purper pushen putlucht putoptie putting putwater puzzel pyjama quasi quiz quota quotum raad raadsel raadslid
raadspel raaf raag raai raak raam raamboom raamhout raamlijn raamloos raampen raamplan raamstok raap raar raat
rabarber race raceauto racen racerij raceteam rack racket radar radeer radiator radicaal radio radium rafel raglan
rail rakelen raket raketsla rakken rally ramadan ramee raming rammel rammen rampdag ramptype rand randloos randtype
randwerk randzee randzone rang rangeer rangorde rank ranking ranselen rantsoen rapaille rappel rappen rapper rapport
rasp raster ratel rating ratio rauw rauwkost rayon reactie reactor ready reageer realisme reality rebel recensie
recept receptie reces recessie recht rechtaan rechtop rechtsom rechttoe rechtuit recidive recital reclame record recto
rectoren recycle redactie redder redding redeleer redelijk redeloos redenaar redeneer reder rederij rederijk redres
reductie reeg reep reflex reform regeer regel regelaar regeldag regeling regelval regenarm regenbos regering reggae
regie regime regiment regio regiodag register regres reik reiki reinigen reiniger reis reisauto reisgoed reisuren
reisweg reiziger rekbaar rekenaar rekening rekgrens rekker rekking relaas relais relatie relax relen relevant reliek
religie rembours remdruk remmer remming remolie remover remproef remslaap remstof remwerk renbanen rendier renen
renner renprijs rent repeteer reporter repro research reserve reset residu resonans respect respons ressort rest
restant resthout restloos restpost resttijd retail retoriek retour retraite retro return reuk reuma reus revanche
reveil revisie revolte revue ribben richt richting ridder riek riem riet rietblad rietstaf rietstok riffen rijangst
rijbanen rijd rijdag rijdster rijg rijhuis rijijzer rijk rijkaard rijkdom rijkelui rijklaar rijkleed rijkop rijkskas
rijlijn rijm rijp rijping rijproef rijst rijstand rijtaak rijtuig rijwiel rijwind rijzing rimpel ring ringbalk ringbus
ringdorp ringel ringstuk rinkel riolen riool risico risk rissen ritme ritprijs rits ritselen rittijd ritueel rituelen
ritwinst ritzege rivier robijnen robot rochelen rock rockfilm rockshow rococo roddel rodelen roebel roedel roei roem
roep roeping roest roet roffel roggen rokken roldak rolfilm rollade rollen roller rolmenu roloven rolrond rolstoel
roltabak roltafel roltong rolvast rolvorm rolwagen roman rommel romp rond rondneus rondpunt rondreis rondslag ronduit
rongen ronken ronselen rood roodbont roodgeel roodneus roodoog roodwild roofbank roofbouw roofgoed roofwild rooi rook
rookbaar rookgeur rookglas rookkaas rookoven rookstop rookvrij room roomijs roomstel roomvers roomwit rooster root
roro rotan rotatie roti rotonde rotoren rots rotsvast rotswol rotting roulatie roulette route routen routenet routeren
routine rouwig royalty royeren rozijnen rubber rubriek rugby ruggen ruglijn rugpand rugslag rugtitel rugwind ruiken
ruiker ruil ruim ruit rumoer rund rundvee runen runner rups rupturen rust rustfase rustgeld rusthuis saam sabbat
sabotage safari safe sage sago sakkeren salade salam salami salaris saldi saldo salie salmiak salon saloon salpeter
salsa saluut salvo samba samoerai sanctie sandwich sanering sant sapgroen saphout sappel sappen saprijk sapverf
sardine satire sauna saus savooi saxofoon scalpen scan scenario scene sceptici schaaf schaak schaal schaam schaap
schaar schaats schabben schacht schaduw schaf schakel schal schalie schalken schalmen schamp schande schap schar
scharrel schat schede schedel schee scheef scheel scheep scheer scheggen schei schel schelm schelp schema schemer
schender schenk schenkel schennis schep scherf scherm scherp scherts schets scheur scheut schier schiet schijf schijn
schik schil schilder schilfer schim schimmel schimp schip schitter schlager schoen schok schol scholier scholing
schommel schonken schooien school schoon schor schot schotel schotsen schouder schraag schraap schralen schrap
schreeuw schrift schrijf schrijn schro schrob schroef schrok schromen schroot schub schud schuif schuil schuim schuin
schuit schul schulpen schurft schurk schut schutter schuur schuw scoop scooter score scoring scout scouting scrabble
screen script scriptie sectie sector sediment segment seider sein seinlijn seinvuur seis seizoen selder selderie
selderij select selectie semester sensatie sensor sepia sepot serie serieus serre serum serveer server service servies
servo sesam sessie sets setting sfeer sfeervol shag shampoo shanty sharen sharia sheet shift shirt shoarma shock shop
shopping short shot show showband showdans showroom showteam shutter shuttle sidderen sief sier sieraad sigaar sigaret
signa signaal signeren sijpelen silicose silo simlock simpel single sintel sinteren sinus sirene sirenen sirih siroop
sits situ situatie sjaal sjabloon sjappie sjoelen sjor sjouwen sjouwer skater skeeler skelet skibanen skiede skiet
skiffen slaag slaand slaap slaapbed slaat slab slacht slagader slagarm slager slagerij slaging slagroom slagvast
slagvlak slagwerk slagzee slagzij slak slammen slang slap slecht slee slem slemp slenken slenter sleper sleuf sleur
sleutel slib slicht slieren slijk slijm slijp slijt slijtage slik slimmen slinken slip slobber sloffen slogan slok
sloot slopen sloper sloppen slordig slot slotband slotbel slotbrug slotfase slotfilm slotkoor slotlied slotrace
slotrit slotshow slottoon slottuin slotvast slotvers slotzaal sluier sluik sluip sluit sluiting slurf slurpen sluw
smaad smaak smaakvol smaakzin smacht smak smart smeed smeek smeer smelt smeulen smid smissen smoelen smog smoken
smokkel smokken smoor smousen smul snaar snack snackbar snap snavel snebben snee sneeuw snel snelmenu snelsnel
sneltest sneltram snelvuur snelweg sneu snij snijder snipper snoeier snoep snoer snoes snood snooker snor snot snuffel
snuif snuit snurken soap sociaal sociale society soda soep soeppan soeppost soes soft software soja soldaat soldeer
soldijen solfer solo somberen sommen sonar sonate sonderen song soort soos sopraan sorry sorteer soul sound sous
souvenir sovjet spaak spaan spaar spaarder spaat spalk spam span spanning spar sparring spasme spat spatie speaker
speciaal special specie spectra spectrum speech speeches speeksel speel speen speer spek spel speldag speldeel
spelfase spelles spelling spelpeil spelpunt spelshow speltype sper speur speurder spie spiegel spiek spier spierwit
spijbel spijker spijlen spijs spil spin spion spionage spiraal spirit spiritus spit spitsbek splijt split spoed
spoedig spoel spoeling spoiler spon sponning sponsor spook spoor sport sportbad sportief sportnet sportpas sportwol
spot spouw spraak spray spread spreek sprei spreid spreuk spriet spring sprint sproei sprokkel spruit spuitlak
spuitvis spul sputter spuug spuwen spuwer squash staaf staak staal staalwol staan staander staart staat staatsie
staccato stad stadhuis stadia stadion stadium staf staflid stage stagen stakelen staking stalbeen stalken stalling
stalmest stalraam stalvee stalvoer stam stamboek stamboom stamcel stamelen stamhout stamhuis stamlid stamnaam stamp
stand standing stang stap stapel staren start startdag startrij startuur stat statie statief statig station statisch
statuut steak stearine steden stee steeds steek steeksla steel steen steenwol stegen steil stek stekel stel stelbaar
stellig stelling stelmaat stelp stelsel stelwerk stem stembus stemdag stemkast stemloos stemmig stemming stempel
stemvee stemvolk stengel steno stentor steppe steppen ster stereo sterk sternen sterrol sterstuk stervorm steun
steunlid stichter stick sticker stiel stift stijf stijfsel stijg stijging stijl stijlvol stik stikstof stil stiletto
stink stinsen stip stock stockcar stoeien stoel stoep stoet stof stofgoud stofmens stofthee stok stol stolling stomp
stook stoom stoor stoornis stoot stootbal stop stopbad stoppel stopster stoptijd stopverf stopweek stopwerk stopwol
storing storm stormdak stormpas stort storting stortzee straal straat strafhof strak straling strand streamen streef
streep strek streng stres strijd strijdig strijk strik strip stro strobouw strofe strogeel stroman stroming stronk
strooi strook stroom stroop strovuur struik struikel struis stuc studeer student studie studio study stuif stuiken
stuip stuit stuk stukgoed stukhout stuksla stukwerk stunt sturing stut stuur stuurman styling subsidie subtype succes
sudder suiker sukade sulfaat sulfer sumo super superbe support surf surplus swingen syllabe symbool symptoom syncope
syndroom synergie synode synthese systeem taai taak taal taalarm taalklas taalreis taaltuin taalwerk taalzorg taan
taander taart tabak tabel tableau tablet tabloid taboe tabula tachtig tact tactiek tafel tafereel taille takel takken
talent talg talhout talig talingen talk talkshow tallen talloos tallship talrijk talud tampen tampon tand tandarts
tandbeen tandhals tandloos tandrad tandwerk tandwiel tang tango tank tankauto tankklep tankpark tankput tankstop
tanktop tankwand tapas tapijt tappen tapper tarief tarok tarot tart tassen tast tastzin taupe taxatie taxi taxus teak
team teamlid teamspel teamwerk technici techniek techno tectyl teeg teek teelt teen teenhout teer teerbal teerder
teergeld teerkost teerling teerolie teerzeep teevee tegel tegemoet tegenaan tegensla tegenzij tegenzin tegoed tehuis
tekeer tekenaar tekening tekort tekst tekstzet telbaar telboek teldata telecom telefoon telegram teler teleur telex
telgang telgen teling tellen teller telling teloor telpas tels telspel telt temmen temmer temp tempel tempera tempo
tendens tender tengel teniet tennis tenor tensie tentamen tenthuis tentoon tenue terecht terig term termijn terminal
terneer terrazzo terrein terrine terug terzijde test testauto testbaar testdruk testfase testloop testteam testweek
testwerk teugel tevreden teweeg textiel theater thee theeglas theegoed theehuis theetijd thema theorie therapie
thermaal thesen thesis thriller thuis thuisdag thuisnet thymus tichel ticket tien tier tijd tijdbuis tijddruk tijdig
tijding tijdlaag tijdlang tijdperk tijdpunt tijdreis tijdrit tijdstip tijdvak tijdzone tijen tijg tijger tijken tikken
tikker tillen time timmer tinnen tint tintelen tippel tippen tips tiran titanen titel tjalken tocht toebond toebroek
toef toegang toekomen toekomst toekruid toelage toelagen toelak toelast toeleven toen toendra toep toer toerisme
toernooi toeslag toestaat toestand toestel toet toeteren toetsing toeval toevoer toewas toewater toewijs toezang
toezicht toilet token tokkelen tokken tolk tollen tomaat tombe tondel toneel tong tongbeet tonijn tonnage tonnen
tonner toog tooi tool toom toon toonarm toonbaar toonder toonduur toonloos toonval toonvast toortsen toot topbaan
topband topclub topfilm topgevel topgroep topkunst toplaag toplijn toplijst topmaand topo toppen topper topping
topprijs topsport topt topteam topteken topvorm topwijn toren tornooi torpedo torren tors torsie torso tortel tosti
totaal totem touch tour tournee touw touwerij touwring touwwerk tover traan trac traceren track tractie tractor
traditie trafiek tragedie trailer train trainee trainer training traject tralie tram trambus trance trans transfer
transit transito trap trapauto trapeze traplift traploos trapneus tras traumata trechter tred tree treef treek tref
trein treiter trek trekarm trekbaan trekbalk trekband trekbeen trekbus trekfase trekgeld trekhand trekking trekwerk
trend treur treurig triatlon tricot trijpen tril trilling trilogie trim triomf trip triton troef troep troetel trofee
trog trok trol trom trombone trombose trommel tronie tronk troon troop troost tros trots trottoir trouw truc truck
truffel trust tuberkel tucht tuimel tuin tuinbouw tuinclub tuinder tuinhout tuinhuis tuinkant tuinkers tuinland
tuinpaal tuinstad tuinzaal tuit tukken tulp tune tuning tunnel turbine turbo turf turken turn tussen tutti twaalf twee
tweehoog tweeling tweemaal tweeslag tweezits twijfel twijgen twijn twinkel twintig twist tycoon tyfoon type typen
typewerk typo uien uier uilen uitbater uitbeet uitblaas uitbomen uiteen uiteinde uitga uitgaaf uitgaan uitgaat uitgaf
uitgang uitgeef uitgever uitgifte uitgraaf uiting uitkeren uitkijk uitkomen uitkomst uitkopen uitlaat uitleen uitlees
uitloop uitlucht uitmat uitnemen uitpoot uitreis uitreken uitrij uitrijst uitrond uitsla uitslag uitstaat uitstap
uitstoot uitvaart uitval uitvoer uitwonen uitzaad uitzege uitzend uitzet uitzicht uiver ukken ultra uniform unit
uniteit update uranium uren urenlang urgentie uurbasis uurglas uurprijs uurwerk vaan vaandel vaar vaarder vaardig
vaartuig vaas vaat vaatwas vacatie vaccin vacht vader vadsig vagen vakantie vakbeurs vakbond vakken vakles vakpers
vakteam vaktest vakwerk valavond valide vallei vallen valrepen vals valuta vandaal vandaan vaneen vanger vangnet
vangst vanille vanzelf variant variatie varken vast vastbeet vastbond vastgoed vatbaar vazallen vechter vector veder
vedette veeauto veeg veekoper veel veeleer veeman veen veenrook veer veerboot veerdruk veerhuis veerklok veerloon
veertien veertig veerwild veeteelt veevoer veewagen vehikel veil veilig veiling veld velddag veldpost veldsla veldspel
veldteam vellen velo vemen vendelen vendu vennoot venster venter ventiel veraf verander verba verband verbeter verbod
verbond verbruik verdeel verder verderf verdoe verdrag vereren verf verffilm verfhout verfoven verg verga vergader
vergaren vergeef verhaal verhogen verhoor verhuis verhuur veringen verjaren verkeer verkies verkoop verlegen verlener
verlies verlof verloof verloop vermaak vermaard vermanen vermogen vernemen vernis verpleeg verreken vers versbouw
verschil versie versla verslaat verslag versleer verso versta verstaan verstand versteen vertaal vertel verteren
vertogen vertoon vertrek verval vervelen vervenen vervoer vervolg verwees verweken verweren verwijs verwonen verzaken
verzamel verzet verzoek verzuim vesper vetarm veter vetketel vetmassa veto vetpan vetrijk vetspuit vetvrij vezel
viaduct vibrato vice vide video vier vierblad vierhoog viering viermaal viertakt view vignet vijand vijandig vijf
vijftien vijftig vijg vijl vijzelen vilder villa vilt vind vinding vinger vinnen vinnig vinyl violen viraal virtuoos
visa visafval visavond visblaas visclub viscose visdraad visgeur visgraat vishoek visie visite viskoper viskweek
vislijm vislood visloos vislucht vismeel visolie vispan vispas visreis visrijk visser visserij vissmaak visteelt
vistijd visum visvlees visvoer visweer vitamine vitrine vitriool vizier vlaag vlaai vlag vlak vlakbank vlakbij
vlakdruk vlakglas vlakkig vlakuit vlakweg vlam vlecht vlees vleespan vleesvee vlegel vlei vlek vlerken vleugel vlieg
vlies vlij vlijm vlinder vloed vloei vloer vloerpas vlogen vlogger vlok vlooi vloot vlot vlucht vocalen vocht voed
voeder voeding voedsel voedster voeg voeging voegsel voel voer voerboot voerder voergang voering voertuig voet voetbal
voetband voeteren voetklas voetklep voetreis voetring voetrust voetvolk voetvorm voetvrij voetzand vogel vogelei
vogelpak vogelrek volg volger volgorde volk volkoren volkrijk volksbal vollast volle vollen voller volleyen volst
volstaat volt volta voltijds voluit volume volvet volzet vondst vonk vonnis voogd voogdij voor vooraan vooraf voorbad
voorblad voorbond voorbouw voordeel voordek vooreind voorerf voorfase voorfilm voorgoed voorheen voorin voorjaar
voorkeur voorklep voorlamp voorlang voorleer voorlees voorlijk voorlijn voormaag voormat voormelk voorop voorover
voorpunt voorraad voorrand voorrang voorrem voorsein voorstel voortouw vooruit voorvorm voorwaar voorwas voorwerp
voorwind voorzij vorderen vork vorm vormbaar vorming vormleer vormloos vormpeil vormtaal vormvast vormveld vormvrij
vormzand vorsen vorser vorstin votief vouw vraag vraat vracht vrede vredevol vreemd vreet vriend vriendin vrij vrijdag
vrijman vrijstad vrijuit vrijwel vroed vronen vroren vrouw vrucht vuilaard vuilwit vuist vulkaan vuller vulling vulpen
vuur vuurdans vuurdoop vuurkast vuurlak vuurman vuuroven vuurrood vuurshow vuurvast vuurwerk vuurzee waad waag waai
waaier waak waakhond waan waaraan waarbij waarborg waard waardig waargoed waarheen waarlijk waarmee waarneem waarrond
waartoe waaruit waarvoor waarzeg wacht wachtzin wafel waggelen wagon waladres wallen walm walpoort walrecht wals
walvis wand wandel wandgraf wanhoop wankel wantsen wapening wapperen warm warrelen wartel wasbaar wasbank wasberen
wasboom wasdom wasemen wasgeel wasgeld wasgoed washuis wasketel wasmolen wasnet wasrek wasser wasster wastijd wastoren
wasvorm waswater waszij water waterarm waterbes waterijs waternet waterpas waterski waterval watt weblog website weck
weder wedloop weef weefsel weeg weekblad weekmenu weekpas weekplan weer weeraal weerbaar weerdruk weerga weergave
weergeld weerglas weerloos weerman weerom weertype weervoer weerzin weet wegblaas wegdoe wegennet wegfluit wegge
weggeef weggeld weggras weging wegkant weglopen wegrace wegsla wegvast wegwerp weid weiderij weidevee weifel weigeren
weinigen wekker welaan weledel weleer welijzer welkomst welles wellicht wellness welpen welstand welwater welzand
welzijn wending wens wensboom wensput wentel wereld wering werk werkbaar werkdek werkduur werkgang werking werkman
werknaam werkplan werkstad werkster werkstuk werktijd werktop werktuig werkvolk werkweg werkzaal werkzone werp werping
wervel werver werving wesp western westkant westpunt wetgever wetland wetsuit wettig wezenwet whisky wichel wicht
wichtig wicket wiebelen wied wieg wiel wieldruk wierook wifi wiggen wijd wijding wijduit wijk wijkbus wijkhuis
wijkhulp wijkkerk wijkteam wijkwerk wijkzorg wijlen wijn wijnbar wijnbes wijnbouw wijnclub wijnglas wijnhuis wijnreis
wijnrood wijnsoep wijnstad wijntest wijs wijwater wijzigen wijzing wikkel wild wildrijk wildtype williger willigst
winchen wind winddruk windkant windlak windplan windrijk windveld windvrij winkel winnaar winner winning winst
winstrol winstval winter winti wipper wiskunde wissel wisser witbier witbont witbrood witgeel witgeld witglas witgoed
witkalk witlof witpoot witregel wits witwas witwerk woeker woel woensdag woest woestijn wolgoed wolgras wolk wollen
wollig wolprijs wolvee wolvet wonder woning woon woonhuis woonland woonzorg woord woordarm word wording worg workshop
worm wormvrij worp worst worstel wortel wrak wreed wrevel wrijf wrijving wrikken wrong wulpen wurg wurmen xenon yoga
yoghurt zaadgoed zaadhuid zaadloos zaadolie zaadval zaadvast zaag zaagband zaagbank zaagdruk zaaghout zaagmeel
zaagwerk zaai zaak zaakrijk zaal zaalhuur zaalshow zabberen zacht zadel zakbreuk zakelijk zakgeld zakwater zalf zalig
zand zandauto zandbed zandblad zanddeeg zandgeel zandglas zandgoed zandvrij zandzee zang zangberg zangeres zangster
zangwerk zangzaad zaterdag zavel zebra zeeanker zeeblauw zeeboek zeebrief zeedrift zeef zeeg zeegang zeegolf zeegrens
zeegroen zeehaven zeek zeekabel zeekant zeeklas zeeklei zeekool zeel zeelucht zeem zeeman zeep zeepbaan zeepbel
zeepeil zeepost zeepvrij zeer zeereis zeerook zeeschip zeesla zeestad zeevaart zeevast zeevloot zeevogel zeevolk
zeewater zeewezen zeezaken zeezand zege zegel zegerijk zeggen zegger zegging zeik zeil zeilclub zeilplan zeilpunt
zeilrace zeilreis zeilster zeilteam zeilweek zeilweer zeker zekering zelf zelfbouw zelfhulp zelftest zelfzorg zemelen
zender zending zendtijd zenuw zestien zestig zetdwang zetel zetgang zetmeel zetsel zetting zetwerk zeulen zeur
zeventig zeveren zieker ziekt ziel zielloos zielzorg zien zifter zifterij zigzag zijanker zijarm zijbalk zijd zijgen
zijgevel zijkamer zijrand zijschip zijspan zijzelf zilver zing zink zinlijk zinnen zinnig zinrijk zintuig zinvol
zitkamer zitter zitting zoek zoekster zoemen zoen zoet zolder zomer zomerijs zomeruur zomervis zonaal zondag zondaren
zonder zone zonering zonkant zonlicht zonloos zonuren zonzij zood zooi zool zoon zorg zorggeld zorggras zorghuis
zorghulp zorgjaar zorgland zorglijk zorgloon zorgpost zorgteam zorgtype zorgveld zorgvol zorgwet zout zoutarm zoutbad
zoutgeld zoutloos zoutzuur zoveel zucht zuchtig zuidwest zuig zuiger zuil zuinig zuivel zuiver zussen zuster zuur
zuurbad zuurdeeg zuurgoed zuurkool zuurstel zuurstof zuurstok zuurvast zuurvrij zwaai zwaar zwager zwak zwam zwanger
zwart zwartdag zwavel zweef zweep zweet zwel zwelgen zwem zwembad zwendel zwengel zwenken zwerf zwerm zwiepen zwijg
zwijmel zwijn zwik zwingen zwinnen
`;

/** Distinct, lower case, a-z, 4 to 8 letters. */
export const dutchWords: readonly string[] = WORDS.trim().split(/\s+/);
