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
  tyrone vaughn vernon vicki vicky wallace wendell wesley whitney wilbur wilfred willie wilma winifred winston wyatt yvette zack zoey`)
