const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/**
 * Given names that are common somewhere, in lower case, so that `Maria broke production` has a person in it and `Kafka broke` has none. Names that are as often a
 * program's (Victoria, Cassandra, Jenkins) are left out.
 */
export const GIVEN_NAMES: ReadonlySet<string> =
  words(`alice bob carol dave eve frank grace heidi ivan judy mallory oscar peggy trent victor walter james john robert michael mike william david richard
  joseph thomas tom charles christopher chris daniel dan matthew matt anthony tony mark donald steven steve paul andrew andy joshua josh kenneth ken kevin brian george edward ed ronald timothy
  tim jason jeffrey jeff ryan jacob gary nicholas nick eric jonathan stephen larry justin scott brandon benjamin ben samuel sam gregory greg alexander alex patrick pat jack dennis jerry tyler
  aaron jose adam nathan henry zachary douglas peter pete kyle noah ethan jeremy mary patricia jennifer linda elizabeth liz barbara susan jessica sarah karen lisa nancy betty sandra margaret
  ashley kimberly emily donna michelle dorothy melissa deborah stephanie rebecca sharon laura cynthia amy kathleen angela shirley emma anna ana brenda pamela nicole samantha katherine kate helen
  rachel christine maria diana julie joyce kelly christina joan evelyn lauren olivia martha sofia sophie priya raj ravi amit anil sanjay deepak rahul vijay suresh arjun neha
  anjali pooja kavita wei li ming chen yuki hiroshi kenji takashi akira haruto min-jun ji-woo ahmed mohammed muhammad ali omar fatima aisha hassan ibrahim youssef khalid layla carlos
  juan luis miguel pedro diego pablo javier sergio fernando lucia carmen elena marta paulo joao joão pierre jean jacques marie claire antoine lucas hans klaus jürgen juergen stefan
  lars sven erik anders bjorn björn ingrid astrid olga dmitri dmitry igor sergei sergey natasha tatiana yuri vladimir piotr pawel paweł jan katarzyna agnieszka marek tomasz giovanni luca
  giulia francesca matteo kwame kofi chidi ngozi amara thabo sipho minh linh nguyen mei jin hye leo max felix jonas lena mia nina tanya bruno rosa fred ted jim joe bill will kim lee dana
  jordan morgan taylor casey jamie drew quinn rafael gabriel mateo ines noor zoe ivy ruth ian neil sean liam oliver harry rosie megan beth jo fiona gavin stuart craig derek
  marcus lukas lucas peter viktor greta daniela martin marta markus chloe chloé pavel jorge andrea andreas andré andre alan allan albert alberto alejandro alfred alicia allison amanda amir
  angelo anita annie antonio arthur axel barry beatrice bernard bernd bert bertrand björk bram bridget bryan cameron camille carl carla caroline catherine cecilia charlie charlotte chloe
  christian christoph clara colin connor corinne damian damien danielle darren dean debbie dennis derrick dieter dirk dominic dominik doris duncan dylan edgar edith eduardo edwin eleanor eli
  elias elise ella ellen elliot emil emilia emilie emmanuel enrique erica erin ernest esther eva evan fabian fabio faith farah felipe ferdinand filip finn florian francesco francis francisco
  françois franz freddie frederik gareth gemma geoff gerald gerard gert gilbert gina glen glenn gordon graham guido gustav guy hamza hannah harald harold harriet hector heinz helena helga
  henrik herbert holly howard hugh ilya imran ingo irene isaac isabel isabella jackie jake jakob jakub jane janet jasmine jasper jay jenny jens jerome jesse jessie jill jimmy joakim joachim
  joanna joel johan johanna johannes johnny jörg josé josef joyce juliet jürgen kai karim karin karl karolina katja keith kerry kirsten kristen krzysztof kurt lance lara lea leah leon leonard
  leslie lewis lily lionel logan lorenzo louis louise lucy ludwig luke lydia maciej magda magnus manuel marc marcel marcin marco margot marian marina mario marion marius martina marvin mathias
  mathieu maurice maxime maya mehmet melanie mikael mikhail milan miriam mitchell mohamed mohan monica monika mona murat mustafa nadia naomi natalia natalie nathalie nelson niels niklas nikita
  nikolai nils norbert norman ola ole omar oskar otto owen paola paolo pascal patrice patrik paula pauline per petra petr phil philip philipp philippe pia preeti rajesh ralf ralph ramesh ramon
  raquel raymond regina reinhard rené renee ricardo rick rita rob roberta roberto rodrigo roger roland rolf roman ron rosemary ross roxanne roy rudolf rupert russell sabine sabrina sally salma
  sandeep sara sascha sean sebastian selma serena shane shannon shaun sheila shreya sid silvia simon simone sonia sonja sophia stan stanislav steffen stella sue sunil susanne suzanne sylvia
  tamara tanja tara ted terence teresa terry thea theo theresa thorsten tina tobias todd tomas tomáš tommy tracy trevor ulrich ursula uwe valentin valentina valerie vanessa vera vikram vincent
  vivian wanda warren wayne wendy werner wilhelm wim wolfgang xavier yan yasmin yolanda yusuf yves zain zara zhang wang liu yang huang zhao tanaka suzuki sato yamamoto kobayashi
  aditya ahmad alejandra aleksandr alessandro alexandra alexei alina amelia amina ander anders annika antonia anya arash ari arnaud artem arturo asha ashok astor augusto
  aurelie ayesha ayse beata beatriz bilal bogdan boris brad brent bronwyn carmel cedric celine chandra chiara chris cillian clement corinna cristina dagmar damir dario
  davide deborah delphine denise devon dinesh doug duc eilidh einar ekaterina elisa elodie emeka emre enzo erika esra esteban eugene eunice farid fatma federico
  felicity fergus fernanda fredrik gabriela ganesh geeta georgia gianni gilles giorgio giselle gopal gunther günther guillaume gwen haruka hector henri hiro ibrahima ignacio ilse
  imogen indira isla itziar ivana jaime jarek javi jelena jerry joaquin jock joost josefina julien julius kamal kareem karthik katarina kenta keisha kiran kirsty
  klara kristof kumar laila lakshmi latoya laurent leila lieke lindsay lorna lotte luka luuk madhu maeve magnus maite malik manish manon mara marlene mateusz
  matthias maximilian mehdi meike mercedes merve michal mihai mikko mohit mustafa nagy nadine nanami naveen nichole nikhil nikola nisha nuno oksana oleg olivier omari
  oona oriol osama pascale patricio petros pilar pranav prakash purvi rajiv ramona rashid ravindra remy rhys riccardo rohan rohit rosalind rosalie rui sadia saeed
  sakura samir sanna santiago saskia sigrid silke simran siobhan sofie solveig soren stefania stephane suki svetlana swati takeshi tanvi tariq tatyana thijs thomasina tiago
  tibor timo tobi tomoko uma ursula vanya vasily veronika vidya vishal wenche wiktor wouter xin xiulan yara yasmine yelena yeong yohann yuko yvonne zeynep
  zofia zoltan zsofia
  kev dev ahmet hasan huseyin hüseyin ayşe emine hatice kemal orhan selim okan tolga burak cem deniz ece elif gokhan hakan ismail kaan levent nazli onur
  ozan pinar serkan sibel tuncay ugur umut volkan yasemin yigit abdul abdullah adaeze adebayo akua anwar asif aziz babatunde bashir chike chinedu chinonso
  dalia ebele efua ekow farouk femi folake funmi gamal habib hadiya idris ifeoma imani jamal jamila kamau karima kemi kojo lamar latifa lindiwe mahmoud
  malika mandla mariam mwangi nadir naledi nasser nia nkechi nnamdi obi oluwaseun osman rania rasheed salim samira segun seun simba sizwe tunde wanjiru yaw
  yetunde yinka yohannes zahra zanele zola akshay ananya aniket ankit anand anjana arvind ashwin bhavna chetan devika divya gauri girish govind harish
  harsha jaya jyoti karan kartik lata lalit lavanya manoj meera mukesh nandini naresh nitin padma parth pankaj pradeep prasad priyanka radha rakesh ramya
  ritu rohini sachin sandhya sangeeta satish shalini shankar shilpa smita sneha srinivas subhash sudha sumit tejas uday usha varun vinay vinod vivek yash
  sandhu okonkwo jana olu tolu ifa jovan goran dragan zoran vesna milica nikolina snezana zeljko branko aiko asuka daiki eiji fumiko hideo isamu jiro kaito kazuo keiko koji mariko masato michiko minoru naoki natsuki noriko ryo satoshi shinji
  shota takumi taro tetsuya yoko yui yumi chau dung hien hoa hung huong khanh ngoc phuong quang quan thanh thao thi thuy tran trung tuan vinh jiang jun
  qiang shan wen xia xiao xu yun zhen zhi bongani hyun jung kyung minji seojun sung woo yejin young-ho agata aleksandra aleksander adrian artur barbora
  bartosz dariusz dorota elzbieta ewa grzegorz halina janusz jaroslav jiri jitka josip kamil kamila karel kinga lenka leszek libor lubos lucie lukasz łukasz
  malgorzata malwina marcela marketa mateja michaela milos mirek ondrej patrycja pavla radek radim renata ryszard slavka stanislaw tereza tomek urszula
  vaclav vojtech wieslaw wojciech zbigniew zdenek zuzana anatoly anton arkady boryana darya denis desislava dimitar galina georgi gleb grigori inna irina
  kirill konstantin kristina ksenia larisa lidia ludmila maksim mariya marya nadezhda oleksandr olena petar polina ruslan sasha slava taras timur vadim
  valeria valery vasil vlad yana yegor yevgeny zhenya aslaug bente berit birgit britta eirik eskil frode geir gro gunnar halvor hanne hege helge hilde jarle
  kjell knut lasse leif maren marit mette mikkel morten oddvar oddny preben ragnar randi roald sissel sindre siv stig stine svein synne terje tora tore
  torgeir trine trond turid unni vegard vidar aino antti eero eeva heikki ilkka jaakko janne jari jukka juha kaisa katri lauri leena markku matti minna
  niina olli paavo pekka petri raija risto saara seppo taina tapani tarja teemu tero toni tuomas tuula ulla ville adele alain aline amandine anais antonin
  aude aurore axelle baptiste bastien benoit cecile clemence clotilde corentin cyril didier emeline etienne fabien fabrice francine frederic gaelle
  ghislaine helene herve hugo jeremie joelle josiane jocelyne karine laetitia laure lilian loic luc ludovic maelle marcelle margaux mathilde mathis maud
  maxence mireille morgane nadege noemie odile pascaline quentin regis renaud romain sandrine sebastien serge severine solene sylvain sylvie thibault
  thierry tristan valere virginie yann yannick yvan adriana agustin aitor alba alonso alvaro amaya ariadna arnau asier begona benito bruna caetano camila
  cristian cristobal dolores duarte emilio ezequiel facundo fermin gael gonzalo guillermo iker imanol irma isidro itxaso iñaki inaki jacinto jimena joana
  jordi josu julian julieta leandro leire lisandro lola lourdes luciana luz macarena manuela marcelo marcia marisol martim mauricio maxi mercè micaela
  milagros mireia moises montserrat nacho neus nerea nicolas noelia nuria octavio olaia paloma pepe ramiro raul rocio ruben santi silvana vicente ximena
  yago zulema agnese alessia alessio ambra arianna bianca caterina claudia claudio cosimo daniele debora domenico donato edoardo elio emanuele ettore
  fabiola federica filippo flavia flavio franco gaia gaetano giacomo giada gianluca giuseppe ilaria ludovica maddalena mattia michela michele mirko nicolo
  ornella patrizia pietro raffaella renato rossella sabina salvatore silvio simona stefano susanna tiziana tommaso umberto aoife brendan caoimhe cathal
  ciara cian conor declan deirdre eamon eoin finola grainne niamh oisin orla padraig roisin ronan saoirse seamus sinead tadhg angus ailsa callum catriona
  ewan hamish iain kenna lachlan malcolm mairi morag rory shona stewart bethan carys dafydd dewi ffion gethin huw ieuan iolo nerys owain rhiannon rhodri
  sian tomos abigail adrienne aidan alec alexa alexis alfie alison alyssa archie arlo arnold ashton audrey ava becky bella bernie beverly billy blake bobby
  bonnie bradley brandi brianna brody bryce byron caleb candice carter cassidy cathy chad charlene cheryl claude clifford clint clyde cody colleen corey
  cory courtney daisy darryl daryl debra dexter diane don doreen duane dwayne eileen elaine eliza ellie elmer elsie emmett ernie erwin ethel faye floyd
  frances gail geoffrey georgina gerry glenda gloria gracie hailey harvey hayley hazel heather henrietta herman hilary homer hubert irving isabelle janice
  jared jayden jeanette jed jenna jeremiah jodie jody josephine kara karla kathryn katie kay kayla kelsey kendra kerri kirk kristin kristine kyra lacey lana
  latisha laverne leigh lenny leroy lester lillian lloyd lois lonnie loretta lorraine lucille luther lyle lynn mable mackenzie maddie mandy margie marge
  marjorie marsha marty maureen mavis meredith mickey mildred millie milton mindy minnie mitch molly morris muriel myra myrtle nell nellie nigel nora norma
  otis paige pam patsy patti percy phoebe phyllis poppy randall randy reggie reuben riley robbie robin roderick rodney roscoe rosemarie rowan rudy sadie
  samson saul shari sharlene shawn sheldon shelly sheri sherri sidney sonny stacey stacy stanley tabitha tammy tasha terri terrence theodore tiffany trudy
  tyrone vaughn vernon vicki vicky wallace wendell wesley whitney wilbur wilfred willie wilma winifred winston wyatt yvette zack zoey
  aaliyah aarav abby abel abena abraham achieng adel adina aditi adriano adrien adwoa afonso agatha agnes agneta aiden aigul aileen aisling aiyana
  aizhan ajay akash akemi akin akosua alana albin aleksandar aleksei aleksi alessandra alexandre alexandru alfons alfonso alfredo alisa alistair alix
  allegra alois amadou amal amalia amalie amelie aminata amos amrita anastasia anatoli anderson andile andrzej anette angel angelica angelika angelina
  anika aniko anisa anja anke annabel annalise anneke anneliese annemarie annette ansel anselm antonella antonina april aram archana ariana arina arlene
  armando armin arne arun arvin arya aryan asa aslak aslan atsushi attila aurelia aurélien awa ayaan ayala ayanda aysel azadeh babak babette balazs
  balázs balint baraka barnaby bartek basak bastian beatrix becca belinda bence benedict benedikt benicio benita benji berna bernadette bernardo bernice
  berta bertie bess bettina bich birgitta birgitte birthe blair blanca blanka boglarka borja boyd brady branka brett brigid brigitte brooke bruce brynn
  caio caitlin calvin camilla camilo cara caro carole carolina carrie carsten cary casimir caspar cassie catalina catarina cath cathrin cecil cecily
  cédric celeste celia celina cerys cesar chantal charlotta cheikh chelsea chiamaka chidera chika chipo christa christel christelle christiane christin
  christophe christos chukwu cindy claudette claus clemens clementine clive colette conny conrad constance constantin constanze cora corina cormac
  cornelia cornelius cosima cosmin costas cristiano csaba curt cyrille daisuke damaris damla dani danica daniella danilo danish daniyar danny danuta
  daphne daria dawid dawit deanna delia demba denisa derya desiree desmond detlef devin dharma dickson diederik dilan dilara dimitri dimitris dina dinah
  diogo dionne djamila domingo dominika dominique donal donovan dora dorian dorothea dorothee dorte draga dunja dusan dustin dwight eamonn ebba eberhard
  ebru eckhard eda eddie eddy edgardo edie edmund edna edouard edson eduard edvard edwina efe effie egon eino eitan eleanora eleni eleonora eleonore
  elfriede eliana eline elisabeth elisabetta elissa elke elliott eloise elsa elsbeth elton elvira emanuel emilien emin emir ene engin enid ennio enno
  ercan erdem erez erkki erna ernesto ernst errol erwan erzsebet esi esmee esmeralda estefania estelle eszter étienne eugen eugenia eugenio evangelia
  evangelos eveline everett evgeni evgenia evgeny ewelina ezekiel ezra fabiana fabienne fabricio fabrizio fadi faisal faiza fallon fanni fanny fanta
  farai farhan farida faris fatemeh fathi fatou fedor felicia felicitas feliks femke ferenc fergal fernand ferran fikret filippa fintan fiorella fleming
  flemming florence florentina florin folke franca franck francois francoise françoise franka frankie frans franziska frauke freda frédéric frederica
  frederick frederike frida frieda friederike friedrich fritz gabe gabi gabor gábor gabriele gabriella gabrielle gaspar gaston gautam gavriel geert
  genevieve geneviève gennady georg georges georgiana georgios gerda gerhard germain german gertrud gesa ghita gian gianna gideon giedrius gillian gino
  giorgia giovanna gisela gisele gita gitte gladys godfrey gordana gorka gosia gottfried graciela graeme grazia grazyna gregoire grégoire gregor
  gregorio gretchen grete grietje grigory guadalupe gudrun guilherme gulnara gulsen gunilla gunter guro gustaf gustavo guus gwendolyn gwyneth gyula hadi
  hadiza hafsa haim hakim halil halima halvard hamid hana haneul hanh hanif hanka hanna hannelore hannes hanno hao hari harini harris hartmut hattie
  hauke hedda hedwig heike heiko heini heinrich heleen helmut hema hemant hendrik henk hennie henning henriette henrike henryk hermann hermine hernan
  hester hieu hilda hilka hina hiroko hiromi hisham hitesh holger honza horst hortense howie hristo huda humphrey hussein ignacy ignatius ikenna ildiko
  ilias ilja ilka ilona iman imke immanuel imtiaz ina indra inés inga inge ingeborg inger ingrida inka innes ioana ioannis iolanda irena irfan irvin isa
  isabela isadora isak isha ishaan ishani isidora ismael isolde israel istvan itai iva ivano ivar ivo ivonne iwan iwona izabela jaana jaap jacek jacinta
  jaco jacqueline jada jaden jadwiga jaka jakov jalal jameela janek janina janine janis janos jarmila jarrod jaume jayne jaz jeanne jeannette
  jelle jemima jemma jennie jérôme jerzy jess jessika jette jhun jia jie jiří joanne joaquim jocelyn jochen joey johann johannah johnnie jolanta jolie
  jomar jon jonah jonatan joni jonna joona joran joris joseba josue jovelyn jozef juana juanita judd jude judith juliana juliane julianne juliette julio
  juliusz juma juna junaid junko juraj jurgen jurij jussi justina justine justyna jutta kagiso kaia kaja kajsa kaleb kalle kalpana kamala kamran kaori
  kari karina karlheinz karoliina karolin karoline karsten kasia kaspar kasper katalin kateryna katherina kathi kathrin kathy katia katinka katrin
  katrina katrine katsuko katy kaveh kavya kaya kaylee kazim kazimierz kazuko keanu kees keira keiran kelechi kellie kelvin kenny kenya kerem kermit
  kerstin keshia ketan khadija khaled khalil kian kiara kieran kiki kilian killian kimiko kira kiril kirsi kirstie kittisak kitty kjersti klas klaudia
  klaudyna klemens koen konrad konstantina konstantinos koray korbinian kornel kosta kostas krish krishna krista kristaps kristian kristiane kristoffer
  kristy krisztina krystyna krzysiek kuba kunal kunle kwabena kwaku kyrie lada lalita larissa laszlo lászló laurence laurens laurie laurin lavinia layan
  lazar leander leanne leilani lene leni lennart léo leonardo leonas leonid leonidas leonie leonora leonore leopold lerato leticia letizia levente levin
  liana liane libby lien lies liesbeth liese lieselotte liisa lila lili liliana liliane lilja lilly lilo limor lin lina linas lindsey linnea linus lior
  lisbeth lise liselotte lisette liv livia liza lizzie ljubica llewellyn lluis lolita lora loredana lorena lorenz lothar lotta lottie louella louie
  louisa lovisa luana lucian luciano lucien lucila lucinda lucio lucrezia ludek ludo ludvig luigi luisa luise lukács lukáš lukman lulu lutz luzia lyn
  lynda lynette lynne lyra lyudmila maarten mabel maceo macy madeleine madeline madhav madhuri madison mads mafalda magali magdalena maggie magnhild
  mahesh mahir mahmud mai maia maike maiken maile maja makoto maleeha malek malia malin malina malini mallika malou malte mamadou manfred mani manisha
  manju manjula manolis marat marceli marcella marcio marcos marcy mareike margareta margarete margarida margarita margery margherita margit margret
  margriet mariah mariana mariangela marianna marianne mariano maribel maricel marieke mariella marielle marietta marija marijke marika marike marilyn
  marinus marisa marita marites mariusz marja marjan markéta marko marla marleen marlen marlena marlies marlon marques marten martijn martine martinus
  martyna martynas maryam marzena masako masashi massimo matas matheus mathew mathilda matias matilda matilde matiss mattea matthieu mattias maura
  maurits maurizio mauro maxim máximo maxine maxwell mayra mbali meenakshi megha meghan meinhard mel melania melina melinda melis melisa melvin merete
  meri mert meryem michail michał michelangelo micheline mick mieke mihail miia mika mikaela mikako mikel mikhaila miklos milada milana milena
  milly miloš mina minako minka mira mirabel miranda mircea mirela mirella mirjam mirka miro miroslav miroslava mischa misha mitsuko mitzi moana moe
  mogens mohamad mohammad moira momoko monique montse moritz moshe mostafa mouna moussa mpho muireann muna munira murray musa mya myriam myrna myrte
  nabil nada nadav nadeem nadim nadin nadja naima nalini nam nanette nanna naoko narayan nasim nasreen natacha natalija natalya natasa nataša nathaniel
  nattaya naveed navid navin nazanin ndeye neal ned neda neema neena nehemiah nehir nelly nenad nerijus nermin nessa nestor nette neville nga niall
  niccolo nicky nico nicol nicola nicolaas nicolae nicolai nicoleta nicoletta nieves nihal nik nika niki nikki niko nikolaj nikolaos nikolas nikolaus
  nikos nimrod nino nir nira niranjan nita njeri noam noel noelle noemi noémie nolan nomsa nomvula norah noreen norris nozomi nuala nurlan nyasha obinna
  octavia odette ofelia ohad olaf olafur olaoluwa olav oleksii olesya oli oliverio oliwia olle ollie olof olumide oluwatobi omer ondřej oriana orlando
  orsolya ortrud osvaldo otar otavio otieno ottilie ottmar oumar ousmane oya ozge ozlem özlem padmini pamina panagiotis panos pär paresh parisa parker
  parvati pasi pasquale patryk patty paulette paulina paulius pavlina pavlo payal pedram pegah pelle penelope peregrine pernille perry perttu peta
  petronella petrus petter philippa phillip phillipa pierce piero pierpaolo pierrick piet pieter pina pippa pirjo pirkko pjotr platon prabhu pramod
  prashant pratik preston prisca priscilla puneet putri qing quintin quique raavi rabia rachael rachele rachid radhika radka radmila radoslav radosław
  radu raf rafa rafaela rafal rafał raffaele rafiq raghav ragnhild rahel rahim raimund rainer raisa rajani ralitsa rama rami ramin ramses rana ranjana
  ranjit raphael raphaël raphaela rashad rashida rasmus raúl raymundo rayyan razvan reagan rebeca rebekah rebekka reece reem rees reetta refilwe
  reginald regine régis reiko reiner reinhold reinier reka réka rekha remco remi rémi remus rena renan renate renée renske reto reyhan reynaldo reza
  rhea rhoda rhonda riad rian ricarda richa richie ricky rico rieke riikka riina rika rikard rikke rina rinat rishi ritesh ritika ritva rivka rizky
  rizwan robbert robyn rocco rochelle rodel rodolfo roel rogan rogelio róisín rolanda rolande rolando romana romeo romina romy ronja ronnie roopa
  roopesh rosalia rosalyn rosamund rosanna rosario roseanne roselyn rosina rosita roslyn rossana rowena roxana roxane roya royce rubén rudi rufus rumana
  rupal rustam ruta rutendo rutger ruxandra ryoko saad saba sabah sabri sadaf safia safiya sahar said saif saira sajid sakari saki sakshi salah salima
  salina salman salome salvador saman samar samara sameer sami samia sammy samu sana sander sandi sandro sanja sanjana sanjeev sanne santosh sanya
  sarika sarita satoko satu saulius saurabh savannah savitri sayaka scarlett schuyler sebastiano sébastien seema sefa selahattin selcuk selin selina
  senad senthil seraphina sergej sergiu serhii serhiy seth severin séverine seydou seyed shabnam shae shahid shahzad shaila shamim shana shani shanice
  shanna shanti sharif sharmila sharron shauna shawna shay shayla sheena shelby shelley sherry sheryl shilpi shira shirin shiva shivani shlomo shobha
  shoshana shruti shubham shweta shyam siân sibusiso sibylle siddharth sidsel siegfried siegrid sienna sietske sigfrid sigmund sigrun sigurd siiri silas
  silja silje silvester silviu sima simeon simge simonetta sina sinan sinéad sinem siobhán siri siriporn sita siyabonga skyler slavica slavko slawomir
  sławomir sloane snjezana socorro sofiane sofija sofiya sohail soham soile solange soledad solène soma somchai somsak sondre sonya soraya sören søren
  spencer sridhar srini stanislas stanisław stef stefanie steffi steinar stephan stéphane stéphanie stevan stevie stian sturla sudeep sudhir suha sujata
  sujith sulaiman suleiman suman sumitra sunita sunniva surya susana susann susie suzan suzana suzanna suzette svante svea svenja swapnil sybille sydney
  sylvester szabolcs szymon tabea tadashi tadej tadeusz taha tahir tahira taisto tala tali talia talya tamar tamas tami tamsin tania tanisha tanmay
  tanuja tarek tarun tasos tatiane tatjana tatsuya tatu tavish taylan tea teddy tegan temitope tendai teo teodor teodora teodoro terese teresia teri
  tess tessa tetiana teun teuvo thaddeus thandi thandiwe themba theodor theodora theodoros therese thérèse theresia thiago thilo thora thorben thulani
  tiana tien tihana till tilly tilman timea timon timothee timothée tineke tinka tino tirza tjark tobin toby tohru toivo toma tomás tomaz tomaž tomi
  tomiko tommi tomo tonia tonje tonya torben tord tormod torsten toshiko tova tracey traci trang trey tricia trijntje trisha troy trudi truls truman
  trygve tsering tudor tuija tulay tycho tyra tytus uchenna udo uffe ugo uli ulrik ulrika ulrike umar umesh unai uri uriel urs usman uta ute uzma václav
  vaibhav valentino valentyna valérie valerio valeriya valter vanda vandana vangelis vanja varsha vasant vasco vasile vasiliki vasilis vasudha veera
  velma vendula venkat verena verna verner veronica veronique véronique vesa vickie vidhya vieri vigdis vihaan vijaya vikas vikki viktoria viktoriia
  viktoriya vilde vilhelm viliam vilma vimal vin vince vincenza vincenzo vineet vinicius vinnie violeta virginia viridiana vita vitali vitaliy vitaly
  vitor vittoria vittorio viv viviana viviane vivien vivienne vlada vladimira vladislav vlado vojtěch volker volodymyr vuk vusi vyacheslav vytautas
  waldemar walid wally walt waltraud wanja wanjiku waqas warwick waseem wasim wassim wellington wenzel wes wibke wiebke wieland wiesław wiktoria wilbert
  wilfried wilhelmina willa willem willi wilson winfried winnie winona wiola wissam witold wlodek wojtek wulf xander xavi xenia xiang xiaoli xiaoming
  xinyi yaa yael yahya yair yakov yamina yamini yanina yanis yannis yaroslav yaser yasin yasir yassin yassine yasuko yasuo yemi yesenia yianni yiannis
  ylva yngve yoav yogesh yohan yolande yonatan yong yosef yoshiko yosra yousef youssra ysabel yulia yuliya yumiko yunus yusra yuto zac zach zachariah
  zaheer zahid zaid zainab zak zakaria zander zane zarina zawadi zbyszek zdeněk zdenka zdzislaw zeeshan zehra zeina zelda zelia zena zenon zev zhanna
  zineb zita zlata zlatan zlatko zoé zoë zoltán zora zoya zsófia zsolt zsuzsa zubair zubin zuleika zuri zuzanna zvonimir`)
