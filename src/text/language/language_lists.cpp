// SPDX-License-Identifier: Apache-2.0
// Written by hand for attune; no corpus was counted.
#include "text/language/language_lists.h"

#include <array>

namespace attune {

namespace {

// clang-format off
constexpr auto kLists = std::to_array<LanguageList>({
    {"en",
     "a able about absolutely account across actually adapt add added address ads after again "
     "against ago agree ahead ain't aint airline airlines airport all almost along already also "
     "although always am amazing an and angry annoyed annoying another answer any anyone "
     "anything app applied apply approved apps are aren't arent around arrive arrived as ask "
     "asked at available away awesome awful awsm baby back bad bag baggage bags bank bcoz be "
     "because been before behind being believe best better between big bit booked booking boring "
     "bot both bought brilliant bro bug bugs business but button buy buying by bye call called "
     "calling came can can't canceled cancelled cannot cant card change changed cheap cheated "
     "check cheers clean click closed cold come coming company completely concur congrats "
     "congratulations controller cool could couldn't couldnt coz crap crash crashes crew "
     "customer customers cuz daddy damn day days dear definitely delay delayed delivered "
     "delivery did didn't didnt different dig dirty disappointed disappointing ditto do does "
     "doesn't doesnt doing don't done dont down download downloaded dude during each easily easy "
     "eggs either else email emails empty enough especially even evening ever every everybody "
     "everyone everything excellent excuse exellent expensive experience fab fact fake false "
     "family fantastic far fast feature features feel feeling feels felt few finally find fine "
     "first fix fixed flew flight flights fly flying food for forever forget found fraud free "
     "friend friendly friends from frustrated frustrating fuck fucking full funny game gate gave "
     "get gets getting give given go god goes going gone gonna good got gotta gr8 great gud guy "
     "guys had hadn't haha hahaha half happy hard has hasn't hasnt hate hated have haven't "
     "havent having he he'd he's hell hello help helped helpful her here here's hey hi high him "
     "his hiya holy home hope horrible hot hotel hour hours house how how's however hundred i "
     "i'd i'll i'm i've id if ill im important impossible improve improvise in install instead "
     "interesting into is isn't isnt issue issues it it'll it's item items its ive job just keep "
     "keeps kept kind knew know known kudos large last later least leave leaving left lemme less "
     "let's lets life like liked literally little lmao lmfao loading loan login lol long look "
     "looking looks lose losing lost lot lots love loved low luggage made mail make making man "
     "many may maybe me message might million mine minute minutes money month months mood more "
     "morning most much must my myself nah name need needed needs neither never new next nice "
     "night no nobody nope nor not nothing now number of off often ok okay old omg on once one "
     "only onto open or order ordered orders osm other our ours out outstanding over overcome "
     "own package paid part password pay paying people perfect perhaps phone plane please pls "
     "plss plz police poor possible price prices probably problem problems process product "
     "products quality question quick quickly rather rating really receive received recently "
     "refund rejected remember remove reply response return returned review right room rude sad "
     "said same saw say says scam screen seat seats see seeing seen sell send sending sent "
     "service services shall she she'd she's shipped shipping shit shop short should shouldn't "
     "show showing shows similar simple since site slow small smooth so sober sold some someone "
     "something sometimes soon sorry sort staff star stars start started still stop stopped "
     "store stupid such suck sucked sucks super superb support sure take taken taking team tell "
     "terrible than thank thanks thankyou that that's thats the their them then there there's "
     "theres these they they'll they're they've thing things think this thnx those though "
     "thought thousand three through thx till time times tnx to today together told tomorrow "
     "tonight too took totally tried true try trying twice two ty u unable under understand "
     "uninstall until up update updated upset ur us use used useful useless user using usually "
     "version very wait waited waiting wanna want wanted was wasn't wasnt waste wasted way we "
     "we'll we're we've website week weeks welcome well went were weren't what what's whats when "
     "where where's whether which while who who'd who's whom whose why will wish with within "
     "without woman won't wonderful wont work worked working works world worse worst worth "
     "worthless would wouldn't wow wrong wtf y'all ya yall yeah year years yep yes yesterday you "
     "you'll you're you've your youre yours"},
    {"de",
     "aber alles als also am an auch auf aus bei beim bis bitte da damit danke dann das dass "
     "dein dem den denn der des dich die diese diesem diesen dieser dieses dir doch dort du "
     "durch ein eine einem einen einer eines er es etwas euch euro für gegen geht gemacht "
     "gestern gibt ging gut habe haben hat hatte heute hier hätte ich ihm ihn ihr ihre im immer "
     "in ins ist ja jahr jahre jahren jetzt kann kein keine keinen können könnte leider macht "
     "mal man mehr mein meine mich mir mit morgen muss möchte müssen nach nein nicht nichts nie "
     "noch nur ob oder ohne sagte schlecht schon schön sehr sein seine seit sich sie sind so "
     "soll sollte sowie super toll uhr um und uns unser unter viel viele vom von vor wann war "
     "waren warum was weil wenn wer werden wie wieder will wir wird wo wurde wurden während wäre "
     "zu zum zur zwischen über"},
    {"nl",
     "aan al alle alles als altijd andere bedankt ben bent bij daar dag dagen dan dank dat de "
     "deze die dit doen doet door echter een eerste en er erg fijn gaan gaat geen ging gisteren "
     "goed goede grote haar had heb hebben heeft heel hem hen het hier hij hoe huis hun iemand "
     "iets ik in is jaar jammer jaren je jij jouw jullie kan kind komen komt kon kunnen laatste "
     "leuk maar mag meer met mijn minder moet moeten mooi morgen naar niet niets nieuwe niks nog "
     "nooit nu of om omdat onder ons onze ook op over prima sfeer sinds slecht te tegen ten ter "
     "tijdens toen tot tussen u uit uur van vandaag veel volgens voor waar waarom wanneer want "
     "waren was wat we weer wel welke werd werkt wie wij wil willen worden wordt zal ze zeer "
     "zelf zich zij zijn zo zonder zou zouden zullen"},
    {"fr",
     "a ainsi alors année ans application après au aujourd'hui aussi autre aux avait avant avec "
     "avoir bien bon bonjour bonne c'est c'était car ce cela ces cet cette chez client comme "
     "comment contre d d'un d'une dans de demain depuis des deux doit donc dont du déjà elle "
     "elles en encore entre est et faire fait hier ici il ils j'adore j'ai jamais je jour jours "
     "l l'on la le les leur leurs lui là ma mais mal mauvais me merci mes moins mon même n'a "
     "n'est ne non nos notre nous nul on ont ou oui où par pas peut peuvent plus pour pourquoi "
     "qu'il qu'on qu'une quand que qui quoi rien s'est sa sans se selon service ses si son sont "
     "sous super sur ta te ton toujours tous tout toute toutes trop très tu un une vers vos "
     "votre vous y ça étaient était été être"},
    {"es",
     "además ahora al antes aplicación aquel así aunque ayer año años bien buena bueno cada como "
     "con contra cual cuando cuándo cómo de del desde después donde dos durante día días dónde "
     "el ella ellas ellos en entre era eran es esa ese eso esta estaba estas este esto estos "
     "estoy está están excelente fue fueron gracias ha había hace hacer hacia han hasta hay he "
     "hizo hola hoy la las le les lo los mal mala malo mañana me menos mi mientras mis mismo "
     "mucha mucho muchos muy más nada no nos nosotros nuestra nuestro nunca o os otra otro para "
     "parte pero poco por porque puede pueden pésimo que quien quién qué se según ser servicio "
     "si sido siempre sin sino sobre solo son su sus sí sólo también tampoco te tengo tiene "
     "tienen toda todas todo todos tres tu tus tú u un una unas unos ustedes vez y ya yo él"},
    {"pt",
     "a agora ainda além amanhã ano anos antes ao aos aplicativo aquele as assim até bem boa bom "
     "cada com como contra da das de depois desde dia dias disse do dois dos duas durante e ela "
     "elas ele eles em enquanto entre então era eram essa esse esta estas estava este estes "
     "estou está estão eu faz fazer fez foi foram hoje há isso isto já lhe lhes mais mal mas mau "
     "me menos mesmo meu meus minha minhas muita muito muitos na nada nas nem no nos nossa nosso "
     "num numa nunca não nós o obrigada obrigado oi olá onde ontem os ou outra outro para pela "
     "pelas pelo pelos pode podem por porque porém pouco pra pro péssimo qual quando que quem "
     "quero ruim se segundo sem sempre ser seu seus sido sim sobre sua suas são só também te tem "
     "ter teu tinha toda todas todo todos tu tudo têm um uma umas uns vez você vocês vou à às é "
     "ótimo"},
    {"it",
     "a abbiamo agli ai al all' alla alle allo altra altri altro anche ancora anni anno "
     "applicazione aveva bene buona buono c'è che chi ci ciao come con così cui da dai dal dalla "
     "dalle degli dei del dell' della delle dello di domani dopo dove due e ed era erano essere "
     "fa fare fatto fra giorni giorno già gli grazie ha hanno ho i ieri il in io l l'ha la le "
     "lei lo loro lui ma mai male meno mentre mi mia miei mio molta molti molto ne negli nei nel "
     "nell' nella nelle nello niente noi non nostra nostro nulla o oggi ogni ora ottima ottimo "
     "per perché però pessimo più poco poi possono prima può quale quando quanto quella quelli "
     "quello questa queste questi questo secondo sempre senza servizio si solo sono sopra sotto "
     "stata stati stato stesso su sua sui sul sulla sulle suo suoi sì ti tra tu tuo tutta tutte "
     "tutti tutto un un' una uno vi voi è"},
    {"sv",
     "aldrig alla allt alltid andra appen att av bara blev blir bra dag dagar de dem den denna "
     "dessa det detta dig din dina ditt du där då dålig dåligt efter ej eller en er ett fick "
     "från fungerar funkar får för första genom gick gjorde går gör göra hade han har hej hon "
     "hos hur här i idag igen igår imorgon in ingen inget inte jag ju kan kom kommer man med "
     "mellan men mer mest mig min mina mindre mitt mot mycket många måste ni nu när någon något "
     "några och också om oss på redan sa sade sig sin sina sitt ska skall skulle som säger så "
     "tack till tre två under upp ut utan vad var vara varför varit vem vi vid vilka vilken "
     "vilket vill väl vår våra vårt än ännu är även år över"},
    {"da",
     "af aldrig alle allerede alt altid altså anden at blev blevet bliver blot både børn da dag "
     "dage de dem den denne der derfor det dette dig din dine disse dit du dårlig efter eller en "
     "end endnu er et fik for forhold fra fået får først første gennem gik gjorde god godt går "
     "gælder gør gøre han har havde hej her hos hun hvad hvem hvilken hvilket hvis hvor hvordan "
     "hvorfor i ifølge igen ikke ind ingen intet ja jeg jer jo kan kom kommer kroner kun kunne "
     "lidt lige ligger man mange med meget mellem men mere mest mig min mindre mine mit mod må "
     "måtte nej nogen noget nogle nu når næste og også om op os over penge på sagde samt selv "
     "siden sig siger sin sine sit skal skulle som stadig stor støtte så sådan tak til to tre ud "
     "uden uge under var ved vi vil ville vores være været år"},
    {"nb",
     "aldri alle allerede alltid alt altså andre at av bare barn ble bli blir bra både da dag "
     "dager de deg dem den denne der dere derfor det dette din dine disse ditt du dårlig ei "
     "eller en enn ennå er et etter feil fikk for fortsatt fra fram frem får fått først første "
     "gikk gjelder gjennom gjorde gjør gjøre god godt går hadde han har hei her hos hun hva hvem "
     "hvilken hvilket hvis hvor hvordan hvorfor i ifølge igjen ikke ingen ingenting inn ja jeg "
     "jo kan kom kommer kroner kunne ligger litt man mange med meg mellom men mer mest min "
     "mindre mine mitt mot muligheten mye må måtte nei neste noe noen nyheter nå når og også om "
     "opp oss over penger på sa samt seg selv siden sier sin sine sitt skal skulle slik som "
     "støtte så takk til tilbake to tre uke under ut uten var ved veldig vi vil ville vår våre "
     "vårt være vært år"},
    {"nn",
     "alle alt andre av berre dag deg dei den denne desse dette dykk då eg ein eit eller enn er "
     "etter for frå gjekk gjennom gjer gjere hadde han heile ho ikkje kjem korleis kva kvar kven "
     "kvifor mange me med meg meir mellom men mykje no noko nokon nokre når og også på sa seg "
     "seier sjølv skulle som til utan vera vere vi vore år òg"},
    {"fi",
     "aina asti ei eilen eivät eli emme en enemmän ennen enää erittäin et ette että euroa he hei "
     "heidän huomenna huono hyvä hän hänen ilman ja jo joka jonka jos jossa jotain jotka jälkeen "
     "kaikki kaikkien kanssa kertoo kiitos koska koskaan kuin kuka kun me meidän mielestä miksi "
     "mikä milloin minua minun minä missä miten mitä mitään mm moi muassa mukaan mutta muun myös "
     "niin nuo nyt näiden näin nämä ole olen olet oli olisi olivat olla ollut on ovat paljon "
     "pitää päivä saa sanoo se sekä sen siinä siitä sinun sinä sitten sitä sovellus tai te "
     "teidän tekee todella toimii tulee tämä tämän tänään tätä vaan vain vielä voi voit vuoden "
     "vuonna vuotta vähän"},
    {"et",
     "aasta aastat aga ainult aitäh alati eest ei eile enne et halb hea homme ilma ja juba ka "
     "kes kogu koos kui kuid kuidas kus kõik ma me meie midagi miks millal mina minu mis mitte "
     "nad need nende nii ning nüüd ole oled olen oli olla oma on palju peab päev pärast rohkem "
     "sa saab seda see selle siis sina sinu ta te teeb teie tema tere tuleb täna veel väga välja "
     "või üle ütles"},
    {"pl",
     "a albo ale aplikacja bardzo bez byli być był była było będzie będą ciebie cię co coś czy "
     "dla dlaczego dni do dobra dobry dobrze dwa działa dzisiaj dzięki dziękuję dziś gdy gdzie i "
     "ich im ja jak jako jego jej jest jeszcze jeśli jutro już kiedy ktoś która które który "
     "których którzy ku lat lub ma mają mi między mnie mogą moja moje może można my mój na nad "
     "nam nas nic nie nigdy o od on ona oni oraz po pod polecam proszę przed przez przy rok roku "
     "się super swoje swój są słaba ta tak także te tego tej ten teraz też to trzy twój ty tych "
     "tylko tym u w was wczoraj we według więc wszystkie wszystko wy z za zawsze ze źle że"},
    {"cs",
     "a aby ahoj ale ani aplikace až bez bude budou by byl byla byli bylo být co další dnes dny "
     "do dobrá dobrý dobře dva díky děkuji i jak jako je jeho jejich její jen ještě již jsem jsi "
     "jsme jsou jste já k kde kdy když korun kterou která které který kteří kvůli let mají mezi "
     "mi mne mohou moje my má mě můj může na nebo není než nic nikdy nám nás něco někdo o od on "
     "ona oni po podle pokud pouze pro protože proč první před přes při rok roku s se si skvělé "
     "své svůj ta tak také tato ten tento teď ti to toto tvůj ty tyto tím tě tři už v ve velmi "
     "vy vám vás včera však všechno všechny vždy z za zítra řekl špatná špatně že"},
    {"sk",
     "a aby ahoj aj ak ako ale alebo ani až bez bol bola boli bolo bude budú by byť cez dnes dni "
     "do dobre dobrá dobrý dva eur ešte i iba ich ja je jeho jej k kde kedy keď ktorá ktoré "
     "ktorí ktorú ktorý kvôli lebo len ma majú medzi mi moje my má môj môže môžu mňa na než nie "
     "niekto niečo nikdy nič nám nás o od on ona oni po podľa povedal pre pred preto pretože "
     "prečo pri prvý práve rok rokov roku s sa si slovenska slovenskej sme som ste svoj svoje sú "
     "tak ten tento teraz ti tieto tiež to toto tri tvoj ty tá táto uviedol už v veľmi vo vy vám "
     "vás výborná včera vďaka však všetko všetky vždy z za zajtra zle čo ďakujem ďalšie ťa že"},
    {"sl",
     "ali ampak aplikacija bi bil bila bili bilo biti bo bodo brez da danes dni do dober dobro "
     "dva ga hvala ima imajo in jaz je jih jo jutri k kako kar kateri kdaj ki kje kjer ko kot "
     "lahko le lepo let leta leto me med mi moj moja mu na nas ne nekaj ni nikoli nič o od on "
     "ona oni pa po prav pred pri s saj samo se sem si slabo smo so ste svoj ta tako te tega ti "
     "to torej tri tudi v vas vedno več vi vse vsi včeraj z za zakaj zdaj zelo če še že"},
    {"hr",
     "a ako ali aplikacija bez bi bila bili bilo bio bit biti da dana danas do dobar dobro dva "
     "ga gdje godina godine godinu hvala i ih ili ima imaju iz između ja jako je joj još jučer "
     "kad kada kako kao koja koje koji loše me mi mogu moj moja može mu na nakon nas ne nešto "
     "nije nikad nikada ništa o od on ona oni ova ovaj ovo po prema prije rekao s sa sada sam "
     "samo se si smo ste su sutra sve svi svoj ta taj također te ti tijekom tisuća tko to tri "
     "tvrtka u uvijek uvjet vas već vi vrlo za zašto zbog će ću što"},
    {"bs",
     "a ako ali bez bi bih bila bili bilo bio biti da danas do dobro dva federacije gdje godina "
     "godine hvala i ili ima imaju iz između ja je još jučer kad kada kako kao kazao ko koja "
     "koje koji mi mogu može na nakon ne nešto nije nikad ništa o od on ona oni općine ova ovaj "
     "ovo po prema prije rekao s sa sada sam samo se si smo ste su sve takođe također ti tokom "
     "tri u uvijek veoma već vi za zašto zbog će ću šta"},
    {"sr",
     "a ako ali bez bi bila bili bilo bio biti da danas do dobro dva gde godina godine hvala i "
     "ili ima imaju iz između ja je još juče kad kada kako kao kazao ko koja koje koji mi mogu "
     "može na nakon ne nešto nije nikad ništa o od on ona oni ova ovaj ovo po posle pre prema "
     "rekao s sa sada sam samo se si smo ste su sve takođe ti tokom tri u uvek veoma već vi za "
     "zašto zbog će ću šta"},
    {"ro",
     "a aceasta această acest acesta aceste acestea acum ai al ale am an ani are au avea azi "
     "bine bun bună ca care ce cea cei cel cele ceva cu cum când cât că către daca dacă dar de "
     "deci despre din doar doi după e ea ei el ele era este eu face fi fie foarte fost fără iar "
     "ieri in la le lor lui mai mea meu multumesc mulțumesc mâine mă ne nici niciodată nimic noi "
     "nu numai o ora pe pentru peste poate pot potrivit prea prin până rău sa salut sau se si "
     "spus sunt să său te toate tot toți trebuie trei tu tău un unde unei unor unui va voi vă zi "
     "zile îi îl în înainte însă întotdeauna între şi și"},
    {"hu",
     "a ahol aki alatt amely amelyek ami amikor annak az azok azt be csak de egy el első előtt "
     "engem ennek ez ezek ezt fel felett ft ha hogy hogyan hol holnap három is jó kell került "
     "kft ki két köszönöm között le lehet lenne lesz lett ma magyar majd meg mert mi miatt mikor "
     "millió minden mindenki mindig minket mint mit miért most már még nagyon nap neked nekem "
     "neki nem nélkül pedig rossz se sem semmi soha szerint szia szuper szép te tegnap ti téged "
     "több után vagy valami van vannak volt voltak által én és év éve évek így úgy ő ők őket"},
    {"tr",
     "ama ancak arasında bana ben beni benim berbat bir birlikte biz bize bizim bu bugün bütün "
     "büyük da daha de dedi değil diye dün ederim edilen ediyor en etti eğer fakat gibi göre gün "
     "güzel hangi harika hem her hiç iki ile ise iyi için kadar karşı kendi ki kim kötü lütfen "
     "merhaba mi mu mü mı nasıl ne neden nerede o olan olarak oldu olduğu olduğunu ona onlar onu "
     "onun sana sen seni senin siz size sonra tarafından teşekkür teşekkürler tüm uygulama var "
     "ve veya ya yapılan yarın yeni yok yıl çok çünkü önce üzerinde üç şey şimdi"},
    {"id",
     "ada adalah akan aku anda antara aplikasi aplikasinya atau bagus bahkan bahwa baik banget "
     "banyak baru belum bgt bisa buat bukan cukup dalam dan dapat dari deh dengan dgn di dia "
     "dong dua dulu engga enggak ga gak hal hanya hari harus indonesia ini itu itupun jadi jelek "
     "jika juga kalau kalian kami kamu karena kasih kata ke kemudian kepada ketika kita kok krn "
     "lagi lebih mantap masih melalui mengatakan menjadi mereka merupakan mohon namun negara "
     "nggak nih nya oleh orang pada para pun rumah saat saja sangat saya sebagai sebelum secara "
     "sekali semua seorang seperti setelah sih sudah tahun tapi tdk telah terhadap terima "
     "tersebut tetapi tidak tiga tolong tsb uang udah ujar ujarnya untuk utk yang yg"},
    {"ms",
     "ada adalah akan aku anda antara apabila atau awak bagi bagus bahawa bahkan baik banyak "
     "beliau belum berkata boleh bukan dalam dan dapat dari daripada dengan di dia dua duit "
     "hanya hari harus iaitu ialah ini itu jika juga kalau kalian kami kamu kasih kata ke "
     "kemudian kepada kerajaan kerana ketika kita lagi lebih malaysia manakala masih menjadi "
     "mereka merupakan namun negara oleh orang pada para pegawai pihak pun sahaja sangat saya "
     "sebagai sebelum selepas semua seorang seperti sudah syarikat tahun tak tapi telah terima "
     "tersebut tetapi tidak tiga turut untuk wang yang"},
    {"tl",
     "ako ang ano araw at ay ayaw ba bakit dahil dalawa di din dito diyan doon ganda gusto hindi "
     "huwag ikaw isa isang ito iyan iyon kailan kami kapag kasi kayo ko kung lahat lang maganda "
     "may mayroon meron mga mo na nag naman namin natin ng nila ninyo niya niyo nung nyo opo pa "
     "paano pag para pero po rin sa saan salamat sana sila sino siya sobra sobrang talaga tayo "
     "wag wala walang yan yun yung"},
    {"vi",
     "anh ba bà bạn bị cho chúng chưa chỉ chị các còn có cũng cả cảm của dụng em giữa gì hai hay "
     "hoặc họ khi không là làm lên lại mà một mới ngày người nhiều như nhưng nhất những nào này "
     "nên nó năm nếu phải quá ra rất rồi sao sau sẽ ta theo tháng thì thể trong trước tôi tại "
     "tốt từ việc và vào vì về với xuống xấu ít ông đang đâu đây đã đó được đến để ơn ứng"},
    {"hi",
     "aap aapka aapke aata aati aayega abhi accha acchi acha achha achi agar aisa apna apne apni "
     "aur ayega baat bada bahot bahut bakvas bakwaas bakwas bakwass bata batao bekar bhai bhi "
     "bhot bhout bhut bilkul bohot chahiye chor chutiya dalna dedo dena deta dete deti dhanyavad "
     "diya ek faltu fir fraud galat gaya gaye gayi ghar ghatiya hai hain ham hame hi ho hona "
     "hota hote hoti hua hui hum humko inka inko iska iske isko isliye isme iss jaldi jata jate "
     "jati ji jo jyada ka kab kabhi kaha kahan kaise kam kar karna karne karo karta karte karti "
     "ke ki kisi kiya kiye ko koi kr krna krne krta kuch kya kyo kyoki kyu kyuki kyun kyunki lao "
     "le lekin lena liya liye lo loan log logo magar maine mana mast mat matlab me mein meine "
     "mene mera mere meri mujhe nahi nahin nai nehi nhi nikal nila paisa paise par pesa pese "
     "phir raha rahe rahi rha rhe rhi rupay rupaye rupya rupye sab sabse sahi se shukriya sir "
     "sirf tak tha thi thoda to toh tum tumhara unka unko uske usko waise wala wale wali wapas "
     "wo woh ya yaar yahi ye yeh zindabad zyada अच्छा अपने आप इस उस एक और कर का कि की कुछ के को "
     "गया जो तो था थी थे नहीं ने पर बहुत भी में मैं यह ये लिए वह वो से हम है हैं हो"},
    {"ur",
     "اس اور اچھا ایک بھی بہت تو تھا تھی تھے جو سے لیے میں نہیں نے وہ پر کا کر کو کہ کی کے ہو "
     "ہیں ہے یہ"},
    {"ca",
     "abans ahir això al als altra altre amb any anys aquell aquest aquesta aquestes aquests ara "
     "avui bo bona bé com d'un de del dels demà des després dia dies dolent dos dues el ell ella "
     "ells els em en ens entre era es estat està et fa fer fins gràcies ha he hi ho hola i ja jo "
     "l'any la les li mai mentre menys meu meva molt més n'hi no nosaltres nostre o on per "
     "perquè però pot quan que qui què res s'ha sempre sense ser seu seus seva sobre sí són "
     "també tinc tot tota totes tots tu té un una unes uns va van és"},
    {"gl",
     "a agora ano anos antes ao aos as así ata aínda ben bo boa cando como con da das de desde "
     "despois do dos dous día días dúas e el ela eles en entre era esta este estes está están eu "
     "facer fai foi galego galiza grazas hai hoxe iso isto lle lles mal mañá me menos mesmo meu "
     "miña moi máis na nada nas no non nos nunca nós o ola onde onte os ou outra outro para pero "
     "pode pola polo por porque que quen se segundo sempre sen ser seu si sobre son só súa tamén "
     "te ten ti toda todo todos un unha unhas uns xa á ás é"},
    {"eu",
     "asko baina baino bat behar da dago daude dela dira dituen du duen dut dute duten edo egin "
     "ere eskerrik eta ez gehiago gu guztiak haiek hark hau hori hura izan kaixo nik noiz nola "
     "non nor ondo oso zen zer zergatik ziren zuek zuk"},
    {"is",
     "af aldrei allt alltaf að dag eftir ekkert ekki en er eru eða frá fyrir fór gera gott góð "
     "hafa hafði hann hefur hvar hvað hver hvernig hvers hér hún inn kemur meira með minn mitt "
     "mjög mér nú og okkur segir sem slæmt svo sér takk til um undir upp var vera verið við voru "
     "yfir á ár ég í út þar það þegar þeir þess þessi þetta þinn þið þér þú"},
    {"sq",
     "ai ajo ata dhe dje do duhet e edhe faleminderit gjithë i ishte janë ju ka kanë keq kjo ku "
     "kur ky këto mbi me mirë mund më ne nga një nuk në nën ose pa para pas por pse për që se "
     "shumë si sot ti të unë vetëm çdo është"},
    {"lv",
     "ar arī bet bez bija būs būt diena divi es gada gads gadu gan ir jau jo jūs jūsu ka kas ko "
     "kur kā labi lai man mēs mūsu nav nekad nekas no paldies par pirms pēc rīt slikti starp "
     "tagad tas tev tie tikai trīs tu tā un uz vai vakar var vienmēr viss viņa viņam viņi viņš "
     "vēl ļoti šie šis šodien šī"},
    {"lt",
     "apie ar ačiū aš be bet blogai bus buvo būti dabar dar diena du gali gerai iki ir iš jam "
     "jau ji jie jis jūs jūsų kad kaip kas kur labai man mes metai metų mūsų nes niekada nieko "
     "nėra o pat po prieš rytoj savo su ta tai taip tarp tas tau tik trys tu už vakar visada "
     "viskas yra į ši šiandien šie šis"},
    {"sw",
     "asante au bado habari hapana hii hiyo huo huu jana kama katika kesho kila kitu kwa kwamba "
     "la lakini leo mbaya mbili mimi moja mwaka na ndiyo ni ninyi nzuri pia programu sana si "
     "siku sio sisi tatu tu wa wao wewe ya yake yako yangu yeye za"},
    {"af",
     "'n aan al alles altyd as asseblief baie by daar daardie dag dan dankie dat deur die ek en "
     "gaan gister goed het hier hierdie hoe hulle hy iets in is jaar jou julle jy kan maar mag "
     "meer met moet my na nie niks nog nooit nou of om omdat onder ons ook oor op sal self sleg "
     "so sonder sou sy sê te teen toe tot uit van vandag vir waar waarom wanneer want was wat "
     "weer wel wie wil word"},
    {"ru",
     "а без будет бы был была были было быть в вам вас все всегда всё вчера вы где год года да "
     "даже для до его ее ей ему если есть еще ещё её же за завтра и из или их к как когда "
     "которая которые который лет между меня мне может можно мой моя мы на над надо нам нас не "
     "нет никогда ничего но нужно он она они от отлично очень перед плохо по под после почему "
     "при приложение с свой себя сегодня сейчас спасибо так также тебе тебя то того тоже только "
     "том ты у уже хорошо чем через что чтобы эта эти это этого этот я"},
    {"uk",
     "а або але б без був буде була були було бути в вам вас вже ви вона вони все вчора від він "
     "де для до добре додаток дуже дякую же з за завжди завтра зараз й його йому коли лише мене "
     "мені ми може можна моя між мій на навіть над нам нас не ні ніж ніколи нічого перед по "
     "погано потрібно при під після року років рік свій себе сьогодні та так також тебе теж ти "
     "то тобі того тому треба тільки у це цей цього ця ці через чому чудово ще що щоб я як яка "
     "який якщо які є і із їй їх її"},
    {"be",
     "а або ад але б без была было былі быць быў вельмі вы год года гэта гэтая гэты гэтыя да дзе "
     "дзякуй для жа з за каб калі мне мой мы мяне на над наш не па пад паміж пасля перад праз "
     "пры са сёння таго так таксама то толькі ты усё чаму што я яго яе як якая які якія яна яны "
     "яшчэ ён ёсць і іх ў ўжо"},
    {"bg",
     "а аз ако бе без беше благодаря бъде бяха в вече ви вие винаги всички всичко вчера ги го "
     "година години да два две ден днес до добре е за защо и или им има как като кога което "
     "които който която къде където ли лошо ме между ми много може му на над най не ни ние "
     "никога нищо но няма обаче от още по под преди през при с са само се сега си след сме "
     "според сте съм със също тази те тези това този той три трябва тя утре че чрез ще"},
    {"mk",
     "а ако беа без беше биде благодарам веќе ви вие во вчера ги го година години да два две ден "
     "денес до добро е за зошто и или им има исто каде како кога кои кој која ли лошо ме меѓу ми "
     "многу може му на над не нема ни ние никогаш ништо но оваа овие овој од по под пред преку "
     "при само се сега секогаш си сите сме со според сте сум сѐ таа тие тоа тој треба три утре "
     "уште фала што ја јас ќе"},
    {"kk",
     "бар болып біз бір бұл деп емес жақсы жоқ жылы және керек мен неге ол олар осы рахмет сол "
     "сіз туралы қазақстан қалай үшін өте"},
    {"ar",
     "أن أنا أنت أنه أو إذا إلى إن التي الذي بعد بين تم ثم جدا حتى حيث خلال ذلك شكرا على عن غير "
     "في قبل قد كان كانت كل لا لكن لم لن ما مع ممتاز من نحن هذا هذه هم هو هي و يا"},
    {"fa",
     "آن آنها از است اما او اگر این با بد بر برای به بود تا تو خوب خود خیلی دارد در را روی سال "
     "شد شده شما شود ما ممنون من مي مي‌شود می می‌شود نيز نیز نیست ها های هر هم همه پس چه چيزي "
     "کرد کند که گفت یا یک"},
});
// clang-format on

}  // namespace

std::span<const LanguageList> language_lists() {
  return kLists;
}

}  // namespace attune
