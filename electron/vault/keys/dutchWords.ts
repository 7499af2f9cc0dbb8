/**
 * 7,134 short Dutch words, for passphrases that people can remember and for the five words that two people read to each
 * other when a laptop joins: five of them are 64.0 bit (5 × log2 7,134).
 *
 * Source: the Dutch word list of OpenTaal (Simon Brouwer, Sander van Geloven and others), as packaged in Debian's
 * `wdutch`, used under its revised BSD licence; notice and conditions are in docs/licences/opentaal.txt. From it were
 * chosen words of 4 to 8 letters a-z, those with the largest families of compounds first, because people know those;
 * without names, without most inflected forms beside their base, and, word by word, without what nobody wants to read aloud
 * to a colleague: violence, crime, sex, bodies and illness, drugs, death, war, religion, origin, insults, misery.
 *
 * The order is alphabetical and nothing depends on it. Replacing the list changes no vault: a passphrase is text.
 */
const WORDS = `
aagt aalstand aanblaas aanbod aandacht aandeel aandrijf aaneen aangeef aangifte aanhang aanjagen aanjager aankomen
aankomst aankoop aankoper aanlaat aanleg aanloop aanmaak aanmat aanmeld aannemen aannemer aanpak aanprijs aanraken
aansluit aansta aanstaat aanstort aantal aantocht aantonen aanvang aanvoer aanvraag aanwijs aanwon aanzet aard
aardbaan aardfout aardig aarding aardkern aardlek aardolie aardpunt aardrook aardvast aardverf aardwas aart aartslui
aarzelen abelen abonnee abri abrikoos absentie academie acajou accent accept accijns account accu accuboor acht
achtbaar achter achteraf achterin achterna achterop achting achttien acryl acteer acteur actie actief activa activist
actoren actrice acts adat adder ader aderig adhesie admiraal adonis adoptief adres advent advies adviseur advocaat
aerosol afbaken afbakken afbouw afbraak afbreek afbuigen afdek afdeling afdracht afdrogen afdruk affaire affiche
afgifte afgrens afhaal afhangen afkappen afkeuren afkoelen afkomst afkopen aflees afleggen aflever aflopen aflossen
afmeren afname afnemen afnemer afreis afritsen afro afroepen afrollen afschuif afslagen afsluit afspelen afspraak
afstand afsteken aftakken aftap aftellen aftoppen afval afvalarm afvalpas afvoer afwaarts afwas afweer afweging
afwennen afwerk afzakken afzegen afzeggen afzet afzinken agave agenda agent agio ahorn aikido airco airs ajour ajuinen
aker akkoord aksen akte akten alarm albe album aldoor alfa alfabet algebra algen alinea alkali alkaline alleman aller
allo allrisk allround almacht alom alpine alpino alruinen alsem altaar alter altijd altoos aluinen amalgaam amandel
amateur ambitie ambt amfibie ammoniak ammonium amnestie amoebe amuse analist analyse ander andijvie angelus angora
anijs anima animatie animeren anker ankerbak anode ansjovis antenne anti antiek antislip antwoord apen apenboom
apenbos apenhaar apenhuis apenpark apenspel apentuin apenvolk apostel apotheek apparaat appel applaus aqua aquarel
aquarium arbeid arbiter arbo archief arduinen areaal argument arken armband aroma arren arterie artiest artikel
asbakken asfalt aspect asperge aspirine assisen astraal atelier atleet atletiek atoom attentie attest attitude audio
audit auditeur auditie auteur auto autobak autobouw autobrug autobus autoclub autodek autohuur autolijn autoloos
automaat autopers autopomp autoreis autoshow autoslot autostad autostop autoteam autotest autotype autovrij autowas
autowiel aval avegaar avers avond avontuur azen azijn azuren baad baai baan baandeel baanhuur baankans baanlijn
baanloos baanrots baanvast baanvlak baanwerk baar baardvis baas baat babbel baby babybad babybed babyboek babybond
babybos babybus babyfoto babygeur babyhuid babymelk babyolie babyroof babytaal babytijd babyvet bachelor back bacove
badbroek badhotel badhuis badkamer badkraan badlijn badolie badrand badstad badzeep bagage bagger baisse bakboter
bakdek baker bakhuis bakken bakker bakkerij baklamp baklijn bakmeel bakolie bakoven bakstoel baktafel bakvocht
bakwagen bakzeil balans balbezit baleinen balg balie balk balkhout balkleed balkon ballast balling ballon ballroom
bals balsa balsem balspel balsport baltempo balvast balwinst bama bamboe bami banaan bandfoto bandlid bandstad banier
bank bankbed bankboek banket bankgiro bankier bankkast bankpoot bankraad banktaal bankvak banner baobab barbecue
barblad barcode bardame bareel bariton barium barok baron barrage barring barteam bascule baseball basis basket
baskuul bassen basset batch batikken batting bauxiet bazin beambte beambten beat bebouwen bedanken bedbodem bedekken
bedenken bedienen bedillen beding bedraag bedrag bedrand bedrijf bedrust bedstede bedstee bedstro bedtijd beeld
beeldig been beenbank beenhaar beenhard beenloos beenwerk beer beest begaan begeren begin beginsel begonia begrip
behagen behandel behang beheer behoud behuwd beien beige beitelen beitsen bekappen bekeken bekennen beker bekken
bekleder bekomen bekwamen belader belang beleg belegger beleid belen beleving belhuis bellen bellijst beloning belopen
belspel belster bemannen bemerken beminnen bemoeien bench bengelen benig benoemen benzine bepalen bepaling beperken
beraad bereid bereik berg berghuis bergijs berging bergkant berglift bergstad bergzone bergzout bericht beringen berm
beroep berouwen bescherm beschuit besef beslaat beslis besluit bespelen bessen bestaan bestand bestek bestel bestuur
betaal betaling beteren betogen betoging beton beugel beugen beunen beur beurslid beursval beurtman beurtrol beuzelen
bevalen bevaren bevelen bewaar bewaker bewaking bewaring beweeg bewees beweging bewerken bewerker bewijs bewind
bewogen bewonen bewoner bewoning bewust bezanen bezem bezet bezien bezigen bezit bezoek bezorg bezwaar bibberen
bicepsen bidder bidon bied bieding bief biefstuk bier biergeld bierglas biermenu bierstad bierteam biertest biet
bigband biggen bijboog bijboot bijdrage bijeen bijen bijholte bijhuis bijkans bijkomen bijl bijlagen bijlenen bijmest
bijpaard bijstaat bijstand bijt bijtijds bijwagen bijwezen bikkelen biljart biljet bind binding bingo binken binnen
biologie bioloog biomassa bioscoop biotech biotisch biotopen bisam biscuit bitcoin bits bitter bitumen bivak blabla
black blad bladdeeg bladgeel bladgoud bladhoek bladhout bladig bladkool bladlood bladloos bladluis bladneus bladtop
bladval bladwerk bladzij blaffen blaken blauw blauwwit bles blijk blijver blik blikbier blikogen blikpunt bliksem
blikvoer blikwerk blinken blits blocnote bloei bloem bloemig blog blok blokgolf blokhuis blokkade blokkeer blond
blouse blue blus board bobbelen bobijnen bobslee bock bodem body boedel boei boek boekbaar boeket boekhoud boeking
boekrug boekvorm boel boemel boenen boer boerin boes boetiek bokken bokking boks bollen bollig bolrond bolspel bolzaad
bonbon bonken bonnen bonsai bont bontgoed bontrand bontwerk bontzaak bonus bonuspot boogbal booghand boom boombal
boomhoek boomhuis boomkap boomlaag boomlang boomloos boomrijk boomvrij boon boor boorbuis boorgang boormeel boorpunt
boot boothals boothuis bootmens bootreis bootshow boottype bootvorm border borduur borging boring borstel bosbad
bosbezit bosbodem bosbouw bosfruit boskar boslucht bosmuur bosplan bosrijk bossen bostuin bosvogel boswezen boterham
bottel boud bouillon bout bouw bouwaard bouwbord bouwfase bouwgolf bouwhal bouwhoek bouwlijn bouwman bouwplan bouwspel
bouwstop bouwteam bouwtype bouwvak bouwvoor bouwvrij bouwwerk boven bovenaan bovenbed bovenkop bovenrug bovenzij bowl
bowling boxen boxer braad braille braker bramen brammen branche branie bras bravoure break breed breeduit breek breeuw
breezer brei brein breking breng brevet bridge brie brief brigade brij bril brinken brochure brod broed broeder broei
broeikas broek brok brom bromide bron bronader bronolie bronveld bronzout brood broom brouw browser brug brugbouw
bruggeld brugklep brugstuk brugtaal brugwerk brui bruid bruiloft bruin brul bruto bubbel budget buffel buffer buffet
buidel buien buig buiging buik buikhaar buiklijn buil building buis buismaag buispost buisvorm buiswand buit buitelen
buks bulder bulk bullen bulletin bumper bundel bungalow bureau burelen burg burger burijnen burinnen busboot busbrand
business buskruit busnet buspas busreis bussen busstop buurman buurt buut bypass byte cabaret cabine cacao cache
cactus cadeau cadmium cahier caisson cake calcium calorie cambio camera campagne camper camping campus canon cantate
capsule caravan carbid carbon card carga cargo carillon caritas carnaval carpool carter cartoon cascade casco cash
cassatie cassave cassette cast casting casus catalogi catarre ceder celen celgroei cellen celtype celvocht cement cent
center centra centrale centrum chakra chant chantage charm chart charter chassis chat check chef chemie chemisch
cheque chillen chip chirurg chloor chloride choco chocola choppen chopper chromo chrono chroom cichorei cider cijfer
cijns cilinder cinema circuit circus cirkel citeren citroen citrus city civiel claim clan clausule clearing click
clinic clip closet cloud clown club clubhart clubhuis clubjaar clubkas clublid clubman clubpas clubshow clubteam
clubwerk cluster coach coaches coaching coalitie coating cockpit cocktail cocon coderen codering codeslot codetaal
coffee cognac cohesie cohort cola colbert collage collect collega college colli column coma combi combo comedy comfort
commando commies communie complex compost compote computer concept concern concert concerto concours condens conditie
conditio conduite conform congres console consul contact content contest context continu conto contour contra contract
contrast controle conussen corner corps corso corvee couch coulance coulisse counter country coup coupon cour coureur
couscous couveuse cover cowboy crawl crea creatie credit crew cricket criteria critica critici criticus cros crosses
cruise cult cultus cultuur cumul curator curry cursor cursus curve curven custard cutteren cycli cyclisch cyclus daad
daag daal daaraan daarop dadel dagbasis dagblad dagboek dagbouw dagkant dagleven daglicht daglijst daglonen dagmenu
dagomzet dagorder dagprijs dagreis dagrit dagstand dagtank dagthema dagtrein daguren dagwerk dagwinst dagzaal dagzege
dagzorg daken dakhemel dakkamer dakleer dakriet daktaal dakvoet daling daluren dambond dambreuk damclub dame damestop
dammen damp damsport damwand dance dank dans dansbaar dansclub danseres dansfilm danshuis dansshow dansspel dansstad
danstaal dansteam danstest dansveld danswerk dartelen dassen data databank database datablad databus datatype dateren
datief dating datum dauw deal debat debating debet debiet debuut decaan december decennia decime deck deco decor
decreet deed deeg deegrand deel deelauto deelbaar deeldeur deellast deelname deelnota deelraad deelstuk deeltijd deer
deinen dekdatum deken dekgeld dekglas dekhuis dekken dekking deklagen deksel dekstro dektijd dekverf dekzand delf
delging deling demo dempen demper demping dender denier denk dennen deposito depot derby dertien dertig derwijze
design desk desktop dessert dessin detail detectie detector deug deugd deuken deunen deur deurmaat deurveer deurvlak
devies diaconie diagram diaken dialect dialoog diameter dicht dichting dichtsla dictaat dictee dicteren dictie dieet
dienaar dienst diep diepdruk diepgang dieping diepzee dier dierlijk diervorm dies diffusie dijbeen dijen dijk dijkbouw
dijkhuis dijkvoet dimensie dinar diner ding dinsdag diode diorama dioxide dioxine diploma dipool direct directie
dirigent disc disco disconto discount discus disk diskette district dividend divisie djati dobbel dobberen docent
doceren dochter doctor doctrine docu document doder doek doel doelhout doelloos doelmond doelpunt doelvlak doelwit
doen doezelen doffer dokken dokter doleren dolfijn dollar dollen domein dominee domp dompel domstad domtoren domweg
donateur donatie donder donken donker donor dooi dook dool doop dooplid dooplied door doorgang doorgeef doorgoed
doorkies doorlees doormat doorreis doorrij doorsla doorsnee doorvoer doos doppen dorp dorpel doseer dosering doses
dosis dossier dotatie dotcom douane douche douwen doveman down download draad draadnet draaf draag draai draaikap
dracht dradig draf drain drainage drama dramatis drammen dras dreg drempel dressuur dribbel drie driegen driehoog
drieloop driemaal driestal drievlak drieweg drift drijf dring drink drive driver drom drong droog droogpak droogweg
droom droomdag drop dropping drossen druif druilen druip druk drukbaar drukgang drukgolf drukking druklaag drukpers
drukstuk druktank druktest drukveer drukvlak drukvrij drukwerk drukzin drukzone drum drup druppel dubbel duiding duif
duik duikboot duikclub duikelen duikklok duikplan duiktank duikteam duikwerk duim duin duingras duist duizend dummy
dunk duplo durf duur duurbaar duurkoop duwen dweep dweil dynamica dynamiek dynamo ecart echelon echo echtpaar eclips
ecologie economie econoom editie educatie eenre eens eerbaar eerbied eerder eerlijk eerst eert eetbaar eetclub eethuis
eetkamer eetketel eettafel eeuw eeuwigen effect egel eicellen eider eieren eigen eigenaar eigendom eiken eiland eind
eindband einddata eindfase eindlid eindlied eindloon eindmeet eindnota eindplan eindrang eindshow eindslag eindspel
eindtest eindzege eisen eiser eiwit eject eland elect electie elektro element elevatie elfen elftal elite elpee email
emblemen emissie emotie employee emulsie enclave ener energie energiek engel engine enigen enkel ensemble entingen
entiteit entree envelop enzymen epitheel epos erbij erebaan eredame eregeld eren erepark ereregel eretitel erewijn
erewoord erfgoed erfgrens erfhuis erfpacht erger ergo erkennen erker erom eronder erosie erover erts eruit ervaren
ervaring erving ervoeren erwt escape eskader espresso essay essen essence etage etalage etappe eter ether ethernet
ethiek ethos ethyl ethyleen etiket etmaal etsen euro euvel evenzo ever evolutie examen excursie excuus exit expansie
expert expo export expres extract ezel faam fabel fabriek factie facto factoor factor factuur fado fakkel falie
familie fancy fanfare fans fantasie fantasy fantomen farm farmacie fase fasehoek fasehuis fastfood fatsoen fauna
fauteuil februari feest feit felsen femelen fenolen fenomeen ferm ferriet festijn festival feston fiber fiche fictie
fier fiets fietsnet fietsrit figuur fijnstof file filiaal film filmclub filmdruk filmhuis filmlaag filmnaam filmpers
filmstad filmstem filmtaal filmteam filmtijd filmvlak filmweek filosoof filter filtreer finale fineer finish firma
fiscaal fitnes fitter flabben flacon flamenco flan flanel flansen flap flash flat flauw flemen flens fles flex flik
flippen flipper flirt flits flodder floeren floersen floppy flossen flow fluister fluit fluor fluoride flut fluweel
flyeren focus foerage fokker fokkerij folder folie folio folk folklore follikel fond fondslid fondue fonkelen fontein
fooi foon foor football fora forfait form forma formaat formatie formica formule fornuis fortuin forum forumlid
fosfaat fosfor foto fotobond fotoclub fotorol fotoshow fotospel fotostop fotowand foutloos foutvrij fractie fragment
frame frankeer frase frater frequent frictie friet frikken fris friseren frit frites frituur front fronton fruit
fruitdag fruitpan fruitsla fuif fulltime functie fundatie funk fusie fusion futselen fysica fysici fysicus fysio
fysisch gaaf gaai gaan gaar gaarder gaas gaat gala galei galerie galm galon galop game gamelan gamma gang gangbaar
gangklok gangwerk gans garage garantie garelen garf garing garnaal garneren gasbaten gasbuis gasdicht gasdruk gasfase
gasgeur gaskabel gaslucht gasmassa gasmeter gasmunt gasnet gasnota gasolie gaspomp gasprijs gassen gasstand gast
gastank gastboek gastdier gastheer gasthof gasthuis gastkind gastkoor gastlid gaststad gastster gastvrij gasvorm
gasvrij gaswater gazon gebak gebed gebied gebit gebleven gebod gebogen gebracht gebruik gedaan gedag gedoog gedrag
geduld geef geefster geel geelboek geelhart geelrood geelwit geen geest geestig gegeven gehak geheim geheugen geiser
geit geld geldloos geldtest gelei gelijk geloof gelui geluid geluk gemak gember gems generaal genezing genie genoegen
genomen genot genre geranium gered gereed gerei gericht gerief geruis geschenk geschied geslicht gesp gesport gesprek
gestand gestegen getal getij getuig geur geurbron geurlijn geurloos geurolie geurvrij geus geval gevel gever gevlogen
gevoel gevoelig gewaar gewas geweien gewelf gewest gewicht gewin gewricht gezag gezel gezellig gezet gezicht gezin
gids giet gigant ginder gips giraffen giro gist gisting gitaar gitarist glad glamour glans glarie glas glasbouw
glasdak glashard glaslaag glasmaat glasnet glasoven glasrand glasstad glasverf glaswol glazuur gletsjer gleuf glij
glim glippen glit glitter globe gloed gloei glossen glucose gluien gluten glycemie goal goed goedhals goedkoop
goedrond goeie golf golfclub golfdag golfpark golfreis golfteam gomma gondel gong goochel goodwill gordel gordijn
gorgelen gort gospel goud goudader gouddruk goudgeel goudgeld goudhaar goudmerk goudmes goudoog goudpunt goudstof
goudverf goudzand goulash gourmet graad graaf graag graaien graal graan graat gradatie graffiti grafiek grafisch gram
graniet grap grappig gras graskaas grasrijk grasveld grasvlak gratie gratin grauw graveer gravel gravin gravure
gravuren green greinen grens greppel gres griffen griffie griffier grijn grijp grijs gril grill grind grizzly groei
groeibon groen groenarm groenkop groenoog groep grog grom grond grondbal grondig grondijs grondwal grondwet grondzee
groot grootbek grootvee gros grossier grot grunge gummi gunning gunst haaf haai haak haakneus haakoog haakpunt
haakster haakvorm haal haard haargolf haargras haarloos haarolie haarpunt haarrook haartype haarverf haarvorm haarzelf
haas habitat hacker hagedis hagel hakhout hakkelen hakken hakselen half halfacht halfdek halfdrie halfhoog halfjaar
halflang halfopen halfstam halfstok halftwee halfvet halfvier halfwind hallen halm halo halogeen hals halsband
halshoek halsstuk halstouw halter hamel hamer hammen hamster hand handbak handbal handboek handdoek handel handhaaf
handig handmerk handspel handtas handwerk handzeep hang hangoren hanteren happen hard hardcore harddisk hardgeel
hardglas hardloop hardrock hardrood hardtop hardvoer hardware harig haring hark harmonie harnas harpijen harpoen hars
hart hartblad hartfilm harthout hartig hartslag hartwand hausse havanna haviken havo hazard hebber hecht hechting
hectare heem heen heenreis heenrit heer heerlijk heerser heester heet hefboom heffer heffing heftruck heggen heil
heilig hekel hekken held heldin helft heli helium help helpdesk helpster hemd hemel hemeldak hendel hengel hengsel
hengst hennen hennep herberg herder herfst herhalen herin herkies herstel hertogen hertz heruit hespen heup hevel hiel
hielpen hier hierna hifi high hightech hijgen hijs hijswerk hinde hinder hinkel hinken hiphop hippie hips historie
hobbel hobby hobo hockey hoed hoek hoekbad hoekhuis hoekig hoekmaat hoekveld hoen hoenders hoep hofauto hofbal hofdame
hofleven hogerop hokken holding hollen holster home hommel hompelen hond honderd honger honing honk honkbal hoofd
hoofddek hoofdhal hoofdig hoofding hoofdlid hoofdtop hoofdwal hoog hoogbouw hoogedel hoogkoor hooglijk hoogoven
hoogrood hoogstam hoogtij hooguit hoogzit hooi hool hoop hoor hoorn hoornvee hoorspel hoos hopper horeca horloge
hormon hormoon horren horsen horzel hotel hotelbar hots houd houder houding houdster house hout houtbond houtbouw
houtgeur houtlaag houtland houtlijm houtmeel houtoven houtrijk houtstof houtteer houtvrij houtwol houw houwelen houwer
hoven hovenier huid huidig huidkant huidlijn huidolie huidtype huidzone huidzorg huif huigen huil huis huisarts
huisband huisbar huisbier huisboot huishoek huishoud huislijk huislijn huisraad huisreis huisstof huistoe huisvorm
huisvuil huiswerk huiszorg hulp hulpclub hulpdoel hulpkerk hulploon hulptaal hulpteam hulpwerk huls humeuren humor
humus hunnent huppelen hurk huur huurauto huurdeel huurder huurhuis huurkoop huurland huurpark huurpeil huurster
huurteam huurtent huurtijd huurvorm huwelijk huzaren hybride hydra hymne hype hyper hypo iconen ideaal idealen idee
idiomen idolen iepen ijken ijker ijsappel ijsbaan ijsbad ijsbank ijsbar ijsbeeld ijsbeker ijsblauw ijsbond ijsbrug
ijsco ijsdek ijsgang ijsgeld ijsgroei ijshoorn ijshotel ijskraam ijsmassa ijsmerk ijsrace ijsrand ijsregen ijsroom
ijsshow ijssla ijsthee ijsvogel ijsvrij ijswand ijswater ijszaak ijszee ijver ijzer ijzeroer image imago imitatie
impact imperia imperium import impuls inbellen inboedel inbouw inbreng indekken indeling index indices indiener indoor
indruk inductie ineen inflatie info infra ingang ingrepen inhaal inhoud inhuren inkijken inkjet inkom inkoop inkoppen
inkt inlaat inlagen inleg inleving inline inlog inloop inmaken inname innen inningen inpakken input inrijen inruilen
inschuif insect inslag inspraak instant instap insteken instel instinct instroom intake intentie intercom interim
intern internet interval intree intrige intro invert invloed invoegen invoer invul inwaarts inwerken inwonen inwoner
inwonnen inzakken inzamel inzet inzicht inzoomen ionen ironie isolatie isoleer isotopen item iteratie ivoor izabel
jaag jaar jaarhuur jaarnota jaarpas jaarplan jaarwerk jaarwiel jacket jager jammer januari japon jargon jarig jassen
jeep jeugd jeugdlid jockey jodium joegen joelen jogging jolen jong jonk joule journaal jubel jubilea jubileum judo
juffer juffrouw juich jumbo jungle juni jure jurist jurk jury justitie juweel juwelier kaak kaart kaas kaasdeeg
kaasklok kaasland kaasstad kaasstof kabaal kabel kabinet kabouter kachel kadaster kader kaderdag kaderlid kajakken
kakel kaki kalender kalf kalium kalk kalkarm kalkbak kalkdeeg kalkmelk kalkoen kalkoven kalkrijk kalkverf kalkvrij
kalm kalveren kameel kamer kameraad kamfer kammen kampeer kampgeld kampioen kampong kamptijd kanarie kandij kaneel
kannen kano kans kansel kansspel kansteam kant kantel kantig kantine kantlijn kantoor kapbeurt kapel kapitaal kapitein
kapittel kapjaar kapkar kapoen kapok kappen kapper kapsalon kapsel kapster kapstok kaptafel kapvorm karaffen karakter
karamel karavaan kareel karet karn karren kartel karton karweien kasbasis kaseko kasfruit kaslucht kassa kassei kassen
kassier kast kasteel kastrand kastvorm kasuren katern kathode katoen katrol kauw kavel kawina kazakken kazernen keel
keepen keeper keer keet kegel keien keilen keizer kelder kelk kemel kempen kenmerk kennel kenner kennis kenteken kepen
keper kerel kering kerk kerkbouw kerkeren kerktaal kerktuin kerkvolk kerkwerk kerkzak kermis kern kernblad kernboek
kerndeel kerndruk kernhout kernlid kernloos kernnet kernpark kernstad kernstaf kernstof kernstuk kernteam kernvrij
kernzone kerrie kers kersrood kersvers ketel ketting keuken keur keurder keurig keuring keurmerk keus keuteren
keuvelen keuze kever kibbel kiem kiembaan kien kiep kier kies kiesbaar kiesclub kiesplan kiesraad kiesvee kiesvolk
kiesweek kieuw kiezel kijf kijk kikker kikvors kilo kina kind kindster kindzorg kinine kink kiosk kippen kitsch klaar
klad klak klam klank klankman klankvol klant klapbaar klapbus klaphout klapper klas klasfoto klateren klauter klauw
klavier klederen kledij kleding kleed klef klei klem klemring klemtoon klemvast klep kleren klerk klets kleur kleurig
kleuring kleursel kleuter klief klik klim klimaat kliniek klinisch klink klinker klip klis klodde kloek klok klokboor
klokhuis klokvast klokvorm klomp klop klos klover klucht kluif kluis kluit kluiver klus klutsen knaag knaap knak knal
knap knarren kneed knekel knelpunt knepen kneu knie kniel kniepees knijp knik knip knippa knipsel knobbel knoflook
knok knol knoop knop knor knot knuffel knuppel knutsel koala koeien koek koekdeeg koel koeling koelkast koemelk koepel
koer koerier koes koet koeteren koetsier koffer koffie kohier koker koket kokkeren kokos kolder kolf kolom kolonel
kolos komedie komieken komijn komma kommen komst komt konijn koning koningin konkel konvooi kooi kook kool koolader
koolbak koolsap koolsla koolsoep koolstof koolzak koolzuur koop koopbaar koopdruk koopgeld koopgolf koophuis koopkans
koopman koopstad koopster koor koorklas koorlid koormuur koorreis koorstuk kopervet kopgevel kopglas kopie kopijen
koplast koploos kopnagel koppel koppen koppig kopregel kopvrouw kopwand kopwerk kordon korf korfbal korps korpslid
korrel korrelig korting kosmos kost kostbaar kosthuis kostuum koteren koud kous kozerij kozijn kraag kraai kraal kraam
kraan krabbel krabber kracht krachtig krag krak kram krappen kras krater krediet kreet krekel kreken krent kreuk krib
kriebel kriek kriel krijt krikken krimp kring kringlid kristal kritiek kritisch kroes kroket krom kroniek kroning
kronkel kroon kroonlid kroos krop krui kruid kruik kruimel kruimen kruin kruisdak kruiser kruiskop kruk krul kubiek
kubus kudde kuieren kuif kuiken kuip kuis kuit kundig kunst kunstbus kunstig kunstijs kunstvol kunstwol kunstzij
kunstzin kurk kussen kust kustbaan kustboot kustreis kuststad kusttaal kusttram kustzone kuur kwadraat kwantum kwark
kwart kwartaal kwartet kwartier kwassie kwast kweek kwekerij kwekken kwestie kwik kwintet kwis laad laaf laag laagbouw
laas laat laathof label labeuren lach lactatie lactose ladder lading lady lagering lagune lakken lakkleur lakmoes
lakverf lakwerk lambiek lamellen lammer lamp lamphuis lampion lampolie lampvoet lanceer lancet land landaard landbouw
landbrug landgoed landhuis landing landkant landlijn landman landpost landstad landvolk landvorm landwerk landwet
landzij lang langhals langhout langneus langtong languit langvoer lantaarn lantaren lapper laptop larderen lariksen
laser lassen lastrem lastvrij lateien latentie latin lating lauwer lavabo lawaai lawine lazuur lease leasing lectuur
ledenman leder ledig leef leeftijd leeg leem leer leerbaan leerbaar leerhuid leerhuis leerhulp leerling leerpark
leerplan leerrijk leerstof leertijd leervorm leerwerk lees leesbaar leesband leesblad leesclub leesdeel leesglas
leesjaar leeslijn leesstof leestoon leesvoer leeswerk legatie legering legertop leggen legger legging leid leider
leiding leidster lekkage lekken lekker lekst lener lening lentezon lepel leraar lerares lering lesauto lesdeel lesdoel
lesduur lesmodel lessen lesstijl lesstof lesthema lesvorm leswagen leuk leunen leuning leus levering lezing liaison
libellen libretto licentie lichaam licht lichting lied liedgoed lief lieg lift liftput liftster liga liggen ligger
ligging ligstand lijm lijmlaag lijmoor lijmverf lijmvlak lijn lijnmeel lijnolie lijnpomp lijntest lijst limiet limit
limoen limonade liniaal link linnen linoleum lippen liter lithium litho liturgie live livrei lobby lobbybar locatie
loco lodderen loef loeien loep lofrede logboek logeer logica logies logisch logo lokaal loket lolly lommer lommerd
long longfoto longroom lood loodarm loodverf loodwit loof loon loondruk loongolf loonjaar loonlijn loonpeil loonstop
loonvoet loonwet loop loopauto loopbaan loopduur loopgang loopgolf loophulp loopjaar loopmaat loopneus looppop
loopspel loopstad loopstal loopster loopstuk loopteam looptest looptijd looptouw loopvuur loopzone loos loot lorken
loslopen loterij loting lotion lotto lounge lozing lucht luchtrem luchtweg lucifer luid luifel luipaard luister
lumbaal lumpsum lunch lunchuur lussen lyriek maag maagring maagwand maai maaiveld maak maakbaar maakkans maakster maal
maalgoed maalpeil maaltijd maand maandag maanman maanzaad maat maatglas maatloos maatplan maatramp maatstaf maatvast
maatwerk macaroni machine macht machtig macro macula madera magazijn magazine magnaat magneet mahonie mail mailing
majolica majoor major makelaar makelen makerij makker makreel malussen mama mamma mammoet manager manbaar manche mand
mandaat manege mangaan mangel mango mangrove manifest maniok manlijk mannen manschap mantel mappen maren marge
marifoon marinier markeren markt marmer marron maske masker massa massage massawet massief mata match matches materie
matgeel matglas matig matiging matras matrijs matrix matroos matverf matwerk matzwart mavo maximum mazout meccano
medaille medelid media mediaal mediaan mediale mediawet medici medicijn medisch medium meed meekrap meel meelbes
meelezer meelkost meelopen meelstof meenemen meeouder meer meereis meerij meerslag meest meestal meester meet meetbaar
meetbank meetbuis meetduur meeting meetklok meetnorm meetstal meettaak meettijd meetveld meetvlak meetwerk meeuw
meevader mega meieren melder melding melig melk melkgeld melkglas melkhuis melkjaar melkput melksap melkster melktank
melkuur melkvee melkvrij melkwit melkwol melkzeep melodie meloen membraan memo menage menen meng mengel menging
mengsel menie mening menner mens mensdom menshoog mensport menstype mensvorm ment mentaal mentor menu merg mergel
merino merk merkbaar merkstof merkvast merrie mest mestband mestberg mestgeur meststal mesttank mestvee mestvoer
mestwet metaal metal meteoor meteoren meter methaan methode methoden methyl meting metrisch metro metsel metser meubel
mezzo micro microbe middag middel midden midzomer mier mierik migratie mijl mijmeren mijn mijnbouw mijnhout mijnraad
mijnstad mijt mijteren mikken mild milieu mime minder mineraal mini miniemen minima minimum minister minst minus
minuut mirakel misbaar mispelen miss missie mist mitsen mixer mobiel modder modefoto modehuis model modeland modem
modepers modern modestad modetaal modevak modi modisch module modus moed moeder moedig moeien moeilijk moes moesson
moestuin mogelijk mogen mokeren mokka mokkel molecuul molen mollen molmen moment mond mondbal mondgeur monding
mondklem mondkost mondlijm mondrand mondzorg money monitor monnik mono montage monteur monument moppen mopper mops
mora moraal moren morfemen morgen mortier mossel mossen mosterd motie motief moto motor motorrem motto mousse mout
mouw muesli muggen muis mulo mummelen munt muntblad munterij muntgeld munthuis muntloon muntslag muntvoet muntvorm
murale musea museum music musical musici musicus musk muskaat muskiet muskus mussen mutatie muts muur muurdeel
muurkant muurstuk muurvast muurverf muzen muziek muzikaal muzikant mysterie naad naaf naaister naam naamloos naar
naartoe naast nabij naburen nacht nachtnet nadar nadeel naderen nadering nafta nagel nagelbak nagellak najaar nakijken
naleving namaken namiddag nappen nasi naslagen natie natrium natron nats natura natuur nauw navel navolgen nawijs
nazorgen neder neef neeg neem neer neergang neerloop neersla neerslag negatief negentig negotie nellen nemer neming
neon nerf nering nertsen nest nestbouw nestelen netbal netband netel netspel netto netvlies netwerk neus neusbrug
neuskap neusleer neuslijn neuspunt neusrug neusstuk neuswiel neutra neutraal neuzelen nevel niche nier nierader
nierbed nies niet nietig nieuw nikkel nimf nippel nippen nipper nissen nitraat niveau nodig noemen noen noga nomaden
nomen nomina noodbouw noodgeld noodkap noodnet noodpeil noodweg noodzaak noot norm normaal normloos nota notaris
notatie notitie notulen novelle november novice nuance nuchter nummer nylon object obstakel oceaan ochtend octaan
octrooi oden odeur oefen oefening oerbegin oerbrood oermodel oerouder oerpaard oersoep oerstaat oerthema oertype
oervogel oervrouw oerwoud oerzee oeuvre offer office officier offset offshore ogen ogentaal ogentest oker oktober olie
olieboom oliedom oliefilm oliegoed olielaag oliepeil oliestad olietank olieverf oliewet oliezuur olifant omberen
ombouwen omen omgang omgeving omheen omhoog omkeren omlaag omleggen omnium omringen omroep omslag omsta omtrek omtrent
omvang omzet onbegaan onbelast onbruik onder onderaan onderaf onderdak onderrug onderzij oneven onkosten online
ontbijt onthaal onthou ontstaan ontvang ontwaren ontwerp ontzagen onweer onzeker ooft oogappel oogdruk oogglas
ooglaser ooglid ooglijk oogpunt oogst oogstand oogstdag oogster oogwater oogwit oogzorg ooien ooms oorbaar oord
oordeel oorijzer oorkonde oorzaak oosters oostkant opalen opberg opblaas opbouw opdracht opeen opeisen open opening
openlijk opensla operette opgangen ophaal opheffen ophogen ophouder opinie opkomst opkopen oplader oplappen opleggen
oplegger opleider oplopen oplossen opmaak opmarsen opmerken opname opnamen opnemen opnemer opneming opoe oppas opper
oppersen oprekken oprij oproep oproer oprollen opruimen opslag opsta opstart opsteken opsteker opstel optellen optie
optieken optocht opussen opvang opvoeren opvolgen opvolger opvouwen opvragen opvullen opwaarts opwarmen opwekken opzeg
opzet opzien opziener opzij opzoeken oraal orakelen ordeboek ordelijk ordeloos ordening order ordi oren orgaan orgel
orgelkas orkaan orkest ornament ossen otteren oudejaar ouder ouderdom ouderrol outdoor outfit output ouwe oven
ovenmond ovenstok oventijd ovenvast ovenvers over overall overdag overeen overerf overgang overhand overhead overhoop
overkant overlang overleer overlees overleg overname overoud overtal overvet overvol overwal overzee overzij oxide
ozon paai paal paalbalk paalhout paalrij paan paar paard paardzet paas pabo pace pacht pack pact padie page pagina
pagode pakaan pakbaar pakgoed pakhuis pakijs pakkamer pakken pakker pakket pakking pakprijs pakster paktafel paktouw
pakwagen pakweg pakwerk paleis paling pallet palm palmpaas paltsen pamflet pamperen pand panda pandgoed pandhof
pandhuis paneel panel pangang panklaar pannen panorama pantalon panter pantser panty papier papyrus parallel paraplu
parasol parcours pardon parfum pari park parkeer parket parkiet parking parkoers parktuin parkzone parochie parterre
partij partner parttime party pasfoto pasgeld paskamer pasklaar paslezer paspoort pasrand passaat passeer passen
passer passie passief password pasta pastei pastel pastille pastoor paswerk patat patent pater patio patroon pauken
pauw pauwogen pauze peda pedaal peddel pede peel peen pees peet peil peilbaar peilboot peilbuis peildata peiling
peilloos peilmerk pekel pelgrim peloton pels pelster peluw penaal penalty penant pendag pendel pennen penseel pensioen
pension penster peper perceel percent periode perioden perron pers persauto persbond persbuis persdag persdruk
persfoto persmerk persoon persraad persreis persstop perzik petanque peul peuren peuter peuzelen phishing pianist
piano picknick piek piekeren piep piercing pigment pijen pijl pijnhout pijnlijn pijnloos pijnvrij piket pikker pilaar
piloot pilot pils piment pimpel pinangen pinda ping pingelen pingpong pink pinkster pinnen pioen pion pionier pipet
piramide pisang pistache piston pita pits pizza plaat plafon plafond plaggen plak plakkaat plamuur plan planbaar
planeet planeren planfase plank planlast planloos planning plano plantaal planteam planter planthof planting planvorm
plasma plastic plat plateau plateel platform plaveien pleeg pleet pleister pleit plek plengen plens plet plezier
plicht plichtig ploeg plof plok plombe plompen plonsen plooi plot plug pluim pluimvee pluis pluk plunjer plus poch
pocket podia podium poedel poeder poeier poes poet poetser pogen poging pointe poker polaroid polder poli poliepen
polijst politici politiek polka pollen polo polsstok poly polymorf pommade pomp pompbuis pompdruk pomphuis pompkast
pompoen pompon pompwerk pond poneren ponnen pons pont ponton pony pook pool poolijs poolzee poort poot pootaan
pootgoed popband popblad popfeest popi popkoor poplied popnagel poppen popprijs poprock populair popzaal port portaal
portglas porti portiek portier porto portret portvrij positie post postaal postauto postcode postdata postdoc postgiro
postkar postrock postwet potdicht pothuis potig potlood potrand potter potworm poule power praaien praal praat pracht
prairie prak praktijk prangen prat prauwen precario precisie predik preek prefab prefect prei premie premier prent
prepaid pres present pressie prestige pret priem prijs prijsval prime primeur principe prins prinses print prionen
prior priori privaat privacy probleem procent proces producer product proef prof profiel profile prognose program
project promesse promo promotie pronk prooi prop protest protocol proton proviand provider provisie provo proza pruik
pruim puber publiek puddelen pudding puien puilen puimen puit pullen pullman puls punch punctie punk punt puntig
puntneus pupil puree purgeer purper putlucht putoptie putting putwater puzzel pyjama quasi quiz quota quotum raad
raadsel raadslid raadspel raaf raag raai raak raam raamboom raamhout raamlijn raamloos raampen raamplan raamstok raap
raat rabarber race raceauto racen racerij raceteam rack racket radar radeer radiator radicaal radio radium rafel
raglan rail rakelen rally ramee raming rammel rammen rand randloos randtype randwerk randzee randzone rang rangeer
rangorde rank ranking rantsoen rappel rappen rapper rapport rasp raster ratel rating ratio rauw rauwkost rayon reactie
reactor ready reageer realisme reality recensie recept receptie reces recht rechtaan rechtop rechtsom rechttoe
rechtuit recital reclame record recto rectoren recycle redactie redder redding redeleer redelijk redeloos redenaar
redeneer reder rederij rederijk redres reductie reeg reep reflex reform regeer regel regelaar regeldag regeling
regelval regenarm regenbos regering reggae regie regime regiment regio regiodag register regres reik reiki reinigen
reiniger reis reisauto reisgoed reisuren reisweg reiziger rekbaar rekenaar rekening rekgrens rekker rekking relaas
relais relatie relax relen relevant reliek rembours remdruk remmer remming remolie remover remproef remslaap remstof
remwerk renbanen rendier renen renner renprijs rent repeteer reporter repro research reserve reset residu resonans
respect respons ressort rest restant resthout restloos restpost resttijd retail retoriek retour retraite retro return
reuk reus revanche reveil revisie revue ribben richt richting ridder riek riem riet rietblad rietstaf rietstok riffen
rijbanen rijd rijdag rijdster rijg rijhuis rijijzer rijk rijkaard rijkdom rijkelui rijklaar rijkleed rijkop rijkskas
rijlijn rijm rijp rijping rijproef rijst rijstand rijtaak rijtuig rijwiel rijwind rijzing rimpel ring ringbalk ringbus
ringdorp ringel ringstuk rinkel riool risico rissen ritme ritprijs rits ritselen rittijd rituelen ritwinst ritzege
rivier robijnen robot rock rockfilm rockshow rococo rodelen roebel roedel roei roem roep roeping roest roffel roggen
rokken roldak rolfilm rollade rollen roller rolmenu roloven rolrond rolstoel roltabak roltafel roltong rolvast rolvorm
rolwagen roman rommel romp rond rondneus rondpunt rondreis rondslag ronduit rongen ronken rood roodbont roodgeel
roodneus roodoog roodwild rooi rook rookbaar rookgeur rookglas rookkaas rookoven rookstop rookvrij room roomijs
roomstel roomvers roomwit rooster root roro rotan rotatie roti rotonde rotoren rots rotsvast rotswol roulatie roulette
route routen routenet routeren routine royalty royeren rozijnen rubber rubriek rugby ruggen ruglijn rugpand rugslag
rugtitel rugwind ruiken ruiker ruil ruim ruit rumoer rund rundvee runen runner rups rupturen rust rustfase rustgeld
rusthuis saam safari safe sage sago sakkeren salade salam salami salaris saldi saldo salie salmiak salon saloon
salpeter salsa saluut samba sandwich sant sapgroen saphout sappel sappen saprijk sapverf sardine sauna saus savooi
saxofoon scan scenario scene sceptici schaaf schaak schaal schaap schaar schaats schacht schaduw schaf schakel schal
schalie schalken schalmen schamp schap schar scharrel schat schede schedel schee scheef scheep scheer scheggen schei
schel schelp schema schemer schenk schenkel schep scherm scherp scherts schets scheut schier schijf schijn schik schil
schilder schilfer schimp schip schitter schlager schoen schol scholier scholing schommel schonken schooien school
schoon schor schotel schotsen schouder schraag schraap schralen schrap schrift schrijf schro schrob schroef schromen
schud schuif schuil schuim schuin schuit schul schulpen schutter schuur schuw scoop scooter score scoring scout
scouting scrabble screen script scriptie sectie sector sediment segment seider sein seinlijn seinvuur seis seizoen
selder selderie selderij select selectie semester sensatie sensor sepia sepot serie serieus serre serveer server
service servies servo sesam sessie sets setting sfeer sfeervol shampoo shanty sharen sheet shift shirt shoarma shop
shopping short show showband showdans showroom showteam shutter shuttle sief sier sieraad sigaar signa signaal
signeren sijpelen silo simlock simpel single sintel sinteren sinus sirene sirenen sirih siroop sits situ situatie
sjaal sjabloon sjappie sjoelen sjor sjouwen sjouwer skater skeeler skelet skibanen skiede skiet skiffen slaap slaapbed
slaat slab slagader slagarm slager slagerij slaging slagroom slagvast slagvlak slagwerk slagzee slagzij slak slammen
slang slap slee slem slemp slenken slenter sleper sleuf sleutel slib slicht slieren slijp slijt slimmen slinken slip
slobber sloffen slogan slok sloot slot slotband slotbel slotbrug slotfase slotfilm slotkoor slotlied slotrace slotrit
slotshow slottoon slottuin slotvast slotvers slotzaal sluier sluip sluit sluiting slurf smaad smaak smaakvol smaakzin
smak smeed smeer smelt smeulen smid smissen smokken smoor smul snaar snack snackbar snap snavel snebben snee sneeuw
snel snelmenu snelsnel sneltest sneltram snelvuur snelweg sneu snijder snipper snoeier snoep snoer snoes snood snooker
snor snuffel snuit soap sociaal sociale society soda soep soeppan soeppost soes soft software soja soldeer soldijen
solfer solo sommen sonar sonate sonderen song soort soos sopraan sorry sorteer soul sound sous souvenir sovjet spaak
spaan spaar spaarder spaat spalk span spanning spar sparring spat spatie speaker speciaal special specie spectra
spectrum speech speeches speel speen speer spek spel speldag speldeel spelfase spelles spelling spelpeil spelpunt
spelshow speltype sper speur speurder spie spiegel spiek spier spierwit spijker spijlen spijs spil spin spiraal spirit
spiritus spit splijt split spoed spoedig spoel spoeling spoiler spon sponning sponsor spoor sport sportbad sportief
sportnet sportpas sportwol spouw spraak spray spread spreek sprei spreid spreuk spriet spring sprint sproei sprokkel
spruit spuitlak spuitvis spul sputter squash staaf staak staal staalwol staan staander staart staat staatsie staccato
stad stadhuis stadia stadion stadium staf staflid stage stagen stakelen staking stalbeen stalling stalmest stalraam
stalvee stalvoer stam stamboek stamboom stamcel stamelen stamhout stamhuis stamlid stamnaam stamp stand standing stang
stap stapel staren start startdag startrij startuur stat statie statief statig station statisch statuut steak stearine
steden stee steeds steek steeksla steel steen steenwol stegen steil stek stekel stel stelbaar stellig stelling
stelmaat stelp stelsel stelwerk stem stembus stemdag stemkast stemloos stemmig stemming stempel stemvee stemvolk
stengel steno stentor steppe steppen ster stereo sterk sternen sterrol sterstuk stervorm steun steunlid stichter stick
sticker stiel stift stijfsel stijg stijging stijl stijlvol stikstof stil stiletto stinsen stip stock stockcar stoeien
stoel stoep stoet stof stofgoud stofmens stofthee stok stol stolling stook stoom stoor stoot stootbal stop stopbad
stoppel stopster stoptijd stopverf stopweek stopwerk stopwol storing storm stormdak stormpas stort storting stortzee
straal straat straling strand streamen streef streep strek streng strijk strik strip stro strobouw strofe strogeel
stroman stroming stronk strooi strook stroom stroop struik struikel struis stuc studeer student studie studio study
stuif stuiken stuit stuk stukgoed stukhout stuksla stukwerk stunt sturing stut stuur stuurman styling subsidie subtype
succes sudder suiker sukade sulfaat sulfer sumo super superbe support surf surplus swingen syllabe symbool synergie
synode synthese systeem taai taak taal taalarm taalklas taalreis taaltuin taalwerk taalzorg taan taander taart tabak
tabel tableau tablet tabloid tabula tachtig tact tactiek tafel tafereel taille takel takken talent talg talhout talig
talingen talk talkshow tallen talloos tallship talrijk talud tampen tand tandarts tandbeen tandhals tandloos tandrad
tandwerk tandwiel tang tango tank tankauto tankklep tankpark tankput tankstop tanktop tankwand tapas tapijt tappen
tapper tarief tarok tarot tassen tast tastzin taupe taxatie taxi taxus teak team teamlid teamspel teamwerk technici
techniek techno tectyl teeg teek teelt teen teenhout teer teerbal teerder teergeld teerkost teerolie teerzeep teevee
tegel tegemoet tegenaan tegenzij tegoed tehuis tekeer tekenaar tekening tekort tekst tekstzet telbaar telboek teldata
telecom telefoon telegram teler teleur telex telgang telgen teling tellen teller telling teloor telpas tels telspel
telt temmen temmer temp tempel tempera tempo tendens tender tengel teniet tennis tenor tensie tentamen tenthuis
tentoon tenue terecht terig term termijn terminal terneer terrazzo terrein terrine terug terzijde test testauto
testbaar testdruk testfase testloop testteam testweek testwerk teugel tevreden teweeg textiel theater thee theeglas
theegoed theehuis theetijd thema theorie therapie thermaal thesen thesis thriller thuis thuisdag thuisnet thymus
tichel ticket tien tier tijd tijdbuis tijddruk tijdig tijding tijdlaag tijdlang tijdperk tijdpunt tijdreis tijdrit
tijdstip tijdvak tijdzone tijen tijg tijger tijken tikken tikker tillen time timmer tinnen tint tintelen tippen tips
titanen titel tjalken tocht toebond toebroek toef toegang toekomen toekomst toekruid toelage toelagen toelak toelast
toeleven toen toendra toep toer toerisme toernooi toeslag toestaat toestand toestel toet toeteren toetsing toeval
toevoer toewas toewater toewijs toezang toezicht toilet token tokkelen tokken tolk tollen tomaat tombe tondel toneel
tong tongbeet tonijn tonnage tonnen tonner toog tooi tool toom toon toonarm toonbaar toonder toonduur toonloos toonval
toonvast toortsen toot topbaan topband topclub topfilm topgevel topgroep topkunst toplaag toplijn toplijst topmaand
topo toppen topper topping topprijs topsport topt topteam topteken topvorm topwijn toren tornooi torren tors torsie
torso tortel tosti totaal totem touch tour tournee touw touwerij touwring touwwerk tover traan trac traceren track
tractie tractor traditie trafiek trailer train trainee trainer training traject tralie tram trambus trance transfer
transit transito trap trapauto trapeze traplift traploos trapneus tras trechter tred tree treef treek tref trein trek
trekarm trekbaan trekbalk trekband trekbeen trekbus trekfase trekgeld trekhand trekking trekwerk trend triatlon tricot
trijpen tril trilling trilogie trim triomf trip triton troef troep troetel trofee trok trol trom trombone trommel
tronk troon troop troost tros trots trottoir trouw truc truck truffel trust tuimel tuin tuinbouw tuinclub tuinder
tuinhout tuinhuis tuinkant tuinkers tuinland tuinpaal tuinstad tuinzaal tuit tukken tulp tune tuning tunnel turbine
turbo turf turken turn tussen tutti twaalf twee tweehoog tweeling tweemaal tweeslag tweezits twijgen twijn twinkel
twintig tycoon type typen typewerk typo uien uier uilen uitbater uitbeet uitblaas uitbomen uiteen uiteinde uitga
uitgaaf uitgaan uitgaat uitgaf uitgang uitgeef uitgever uitgifte uitgraaf uiting uitkeren uitkijk uitkomen uitkomst
uitkopen uitlaat uitleen uitlees uitloop uitlucht uitmat uitnemen uitpoot uitreis uitreken uitrij uitrijst uitrond
uitsla uitslag uitstaat uitstap uitstoot uitval uitvoer uitwonen uitzaad uitzege uitzend uitzet uitzicht uiver ukken
ultra uniform unit uniteit update uranium uren urenlang urgentie uurbasis uurglas uurprijs uurwerk vaan vaandel vaar
vaarder vaardig vaartuig vaas vaat vaatwas vacatie vaccin vacht vader vagen vakantie vakbeurs vakbond vakken vakles
vakpers vakteam vaktest vakwerk valavond valide vallei vallen valrepen valuta vandaan vaneen vanger vangnet vangst
vanille vanzelf variant variatie varken vast vastbeet vastbond vastgoed vatbaar vazallen vector veder vedette veeauto
veeg veekoper veel veeleer veeman veen veenrook veer veerboot veerdruk veerhuis veerklok veerloon veertien veertig
veerwild veeteelt veevoer veewagen vehikel veil veilig veiling veld velddag veldpost veldsla veldspel veldteam vellen
velo vemen vendelen vendu vennoot venster venter ventiel veraf verander verba verband verbeter verbond verbruik
verdeel verder verdrag vereren verf verffilm verfhout verfoven verg vergader vergaren vergeef verhaal verhogen verhoor
verhuis verhuur veringen verjaren verkeer verkies verkoop verlegen verlener verlof verloof verloop vermaak vermaard
vermanen vermogen vernemen vernis verpleeg verreken vers versbouw verschil versie versla verslaat verslag versleer
verso versta verstaan verstand versteen vertaal vertel verteren vertogen vertoon vertrek vervenen vervoer vervolg
verweken verweren verwijs verwonen verzamel verzoek vesper vetarm veter vetketel vetpan vetrijk vetspuit vetvrij vezel
viaduct vibrato vice vide video vier vierblad vierhoog viering viermaal viertakt view vignet vijf vijftien vijftig
vijg vijl vijzelen vilder villa vilt vind vinding vinger vinnen vinnig vinyl violen virtuoos visa visafval visavond
visblaas visclub viscose visdraad visgeur visgraat vishoek visie visite viskoper viskweek vislijm vislood visloos
vislucht vismeel visolie vispan vispas visreis visrijk visser visserij vissmaak visteelt vistijd visum visvlees
visvoer visweer vitamine vitrine vitriool vizier vlaag vlaai vlag vlak vlakbank vlakbij vlakdruk vlakglas vlakkig
vlakuit vlakweg vlam vlecht vlees vleespan vleesvee vlei vlek vlerken vleugel vlieg vlies vlij vlijm vlinder vloed
vloei vloer vloerpas vlogen vlogger vlok vlooi vloot vlot vlucht vocalen vocht voed voeder voeding voedsel voedster
voeg voeging voegsel voel voer voerboot voerder voergang voering voertuig voet voetbal voetband voeteren voetklas
voetklep voetreis voetring voetrust voetvolk voetvorm voetvrij voetzand vogel vogelei vogelpak vogelrek volg volger
volgorde volk volkoren volkrijk volksbal vollast volle vollen voller volleyen volst volstaat volt volta voltijds
voluit volume volvet volzet vondst vonk voogd voogdij voor vooraan vooraf voorbad voorblad voorbond voorbouw voordeel
voordek vooreind voorerf voorfase voorfilm voorgoed voorheen voorin voorjaar voorkeur voorklep voorlamp voorlang
voorleer voorlees voorlijk voorlijn voormaag voormat voormelk voorop voorover voorpunt voorraad voorrand voorrang
voorrem voorsein voorstel voortouw vooruit voorvorm voorwaar voorwas voorwerp voorwind voorzij vorderen vork vorm
vormbaar vorming vormleer vormloos vormpeil vormtaal vormvast vormveld vormvrij vormzand vorsen vorser vorstin votief
vouw vraag vraat vracht vrede vredevol vriend vriendin vrij vrijdag vrijman vrijstad vrijuit vrijwel vroed vronen
vroren vrouw vrucht vulkaan vuller vulling vulpen vuur vuurdans vuurdoop vuurkast vuurlak vuurman vuuroven vuurrood
vuurshow vuurvast vuurwerk vuurzee waad waag waai waaier waak waakhond waaraan waarbij waarborg waard waardig waargoed
waarheen waarlijk waarmee waarneem waarrond waartoe waaruit waarvoor waarzeg wacht wachtzin wafel waggelen wagon
waladres wallen walpoort walrecht wals walvis wand wandel wandgraf wapperen warm warrelen wartel wasbaar wasbank
wasberen wasboom wasdom wasemen wasgeel wasgeld wasgoed washuis wasketel wasmolen wasnet wasrek wasser wasster wastijd
wastoren wasvorm waswater waszij water waterarm waterbes waterijs waternet waterpas waterski waterval watt weblog
website weck weder wedloop weef weefsel weeg weekblad weekmenu weekpas weekplan weer weeraal weerbaar weerdruk weerga
weergave weergeld weerglas weerman weerom weertype weervoer weet wegblaas wegdoe wegennet wegfluit wegge weggeef
weggeld weggras weging wegkant weglopen wegrace wegsla wegvast wegwerp weid weiderij weidevee weinigen wekker welaan
weledel weleer welijzer welkomst welles wellicht wellness welpen welstand welwater welzand welzijn wending wens
wensboom wensput wentel wereld wering werk werkbaar werkdek werkduur werkgang werking werkman werknaam werkplan
werkstad werkster werkstuk werktijd werktop werktuig werkvolk werkweg werkzaal werkzone werp werping wervel werver
werving wesp western westkant westpunt wetgever wetland wetsuit wettig wezenwet wichel wicket wiebelen wied wieg wiel
wieldruk wierook wifi wiggen wijd wijding wijduit wijk wijkbus wijkhuis wijkhulp wijkkerk wijkteam wijkwerk wijkzorg
wijlen wijn wijnbar wijnbes wijnbouw wijnclub wijnglas wijnhuis wijnreis wijnrood wijnsoep wijnstad wijntest wijs
wijwater wijzigen wijzing wikkel wild wildrijk wildtype williger willigst winchen wind winddruk windkant windlak
windplan windrijk windveld windvrij winkel winnaar winner winning winst winstrol winstval winter wiskunde wissel
wisser witbier witbont witbrood witgeel witgeld witglas witgoed witkalk witlof witpoot witregel wits witwerk woeker
woel woensdag woest woestijn wolgoed wolgras wolk wollen wollig wolprijs wolvee wolvet wonder woning woon woonhuis
woonland woonzorg woord woordarm word wording worg workshop worp worst worstel wortel wrijf wrijving wrikken wrong
wulpen xenon yoga yoghurt zaadgoed zaadhuid zaadloos zaadolie zaadval zaadvast zaag zaagband zaagbank zaagdruk
zaaghout zaagmeel zaagwerk zaai zaak zaakrijk zaal zaalhuur zaalshow zabberen zacht zadel zakbreuk zakelijk zakgeld
zakwater zalf zalig zand zandauto zandbed zandblad zanddeeg zandgeel zandglas zandgoed zandvrij zandzee zang zangberg
zangeres zangster zangwerk zangzaad zaterdag zavel zebra zeeanker zeeblauw zeeboek zeebrief zeedrift zeef zeeg zeegang
zeegolf zeegrens zeegroen zeehaven zeek zeekabel zeekant zeeklas zeeklei zeekool zeel zeelucht zeem zeeman zeep
zeepbaan zeepbel zeepeil zeepost zeepvrij zeer zeereis zeerook zeeschip zeesla zeestad zeevaart zeevast zeevloot
zeevogel zeevolk zeewater zeewezen zeezaken zeezand zege zegel zegerijk zeggen zegger zegging zeil zeilclub zeilplan
zeilpunt zeilrace zeilreis zeilster zeilteam zeilweek zeilweer zeker zekering zelf zelfbouw zelfhulp zelftest zelfzorg
zender zending zendtijd zestien zestig zetdwang zetel zetgang zetmeel zetsel zetting zetwerk zeulen zeur zeventig ziel
zielzorg zien zifter zifterij zigzag zijanker zijarm zijbalk zijd zijgen zijgevel zijkamer zijrand zijschip zijspan
zijzelf zilver zing zink zinlijk zinnen zinnig zinrijk zintuig zinvol zitkamer zitter zitting zoek zoekster zoemen
zoen zoet zolder zomer zomerijs zomeruur zomervis zonaal zondag zonder zone zonering zonkant zonlicht zonloos zonuren
zonzij zool zoon zorg zorggeld zorggras zorghuis zorghulp zorgjaar zorgland zorglijk zorgloon zorgpost zorgteam
zorgtype zorgveld zorgvol zorgwet zout zoutarm zoutbad zoutgeld zoutloos zoutzuur zoveel zuidwest zuig zuiger zuil
zuinig zuivel zuiver zussen zuster zuur zuurbad zuurdeeg zuurgoed zuurkool zuurstel zuurstof zuurstok zuurvast
zuurvrij zwaai zwaar zwager zwam zwavel zweef zwem zwembad zwengel zwenken zwerm zwiepen zwik zwingen zwinnen
`;

/** Distinct, lower case, a-z, 4 to 8 letters. */
export const dutchWords: readonly string[] = WORDS.trim().split(/\s+/);
