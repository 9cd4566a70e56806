"""Given names that are in use in Norway, written down by the authors of this program from memory.

Old and new, Norwegian, Sámi, of those who came from elsewhere, and what people are called at home: a
list of facts, not taken from a data set. A name that is an everyday word or the name of another thing
too (Bo, Endre, Saga) stands in `DOUBLE`: it counts only where something else says that a name stands
there.
"""

from __future__ import annotations

_COMMON = """
Aina Aksel Alf Alice Amalie Anders Andrea Andreas Anita Ann Anna Anne Annette Anton Are Arild Arne Arnt Asbjørn Aslaug
Astrid Aud Audun Aurora Benjamin Bente Berit Birger Birgit Bjarne Bjørg Bjørn Bodil Brita Børge Camilla Cecilie
Christian Christine Dag Dagfinn Dagny Daniel David Ebba Edel Edvard Egil Eilif Einar Einride Eirik Eldrid Elias Elin
Eline Elisabeth Ellen Elsa Else Emil Emilie Emma Endre Erik Erlend Erling Espen Eva Even Fatima Filip Finn Frank
Fredrik Frida Fritjof Frode Gabriel Geir Georg Gerd Gerhard Grete Gro Gudrun Gunhild Gunn Gunnar Guri Gustav Halvor
Hanna Hanne Hans Harald Hassan Hedda Hege Heidi Helen Helga Helge Henriette Henrik Hermann Hermod Hilde Hjalmar Håkon
Håvar Håvard Ida Inga Ingeborg Inger Ingrid Ingunn Ingvild Irene Isabella Ivar Iver Jakob Jan Jarle Jenny Jens Joakim
Johan Johanne Johannes John Jon Jonas Jorunn Josefine Jostein Julie Jørgen Jørn Kaja Kari Karin Karl Karoline Kathrine
Khalid Kim Kirsten Kjell Kjersti Kjetil Klara Knut Kristian Kristin Kristine Kristoffer Kåre Laila Lars Lasse Leah
Leif Lena Leon Linda Line Linn Lisbeth Lise Liv Lotte Ludvig Lukas Mads Magne Magnhild Magnus Maja Malin Maren Margit
Margrethe Mari Marianne Marie Marit Markus Marte Martin Mathias Mathilde Matias May Merete Mette Mia Mikael Mikkel
Mina Mohamed Mohammed Mona Monica Morten Målfrid Nikolai Nils Nina Njål Nora Norunn Oda Odd Oddbjørn Oddny Oddvar Odin
Ola Olaf Olav Ole Oliver Olivia Omar Oscar Oskar Osvald Per Peter Petter Preben Ragnar Ragnhild Randi Rebekka Reidar
Roar Robert Robin Rolf Rolv Ronny Roy Runar Rune Ruth Sander Sara Sebastian Selma Sigbjørn Sigmund Signe Sigrid Sigurd
Silje Sindre Siri Sissel Siv Snorre Sofia Sofie Solfrid Solveig Solvår Steffen Stein Steinar Stian Stig Susanne
Svanhild Svein Sverre Sylvi Synne Synnøve Sølvi Tarjei Terese Terje Thea Theodor Thomas Thor Thorbjørn Tobias Tom
Tomas Tone Tor Tora Torbjørn Tord Tordis Tore Torgeir Torgunn Torhild Torill Torleif Tormod Torstein Torunn Tove Trine
Trond Trude Truls Trygve Turid Tuva Ulf Ulla Ulrik Une Unni Valborg Vegard Vera Vetle Vibeke Vidar Vigdis Viggo Viktor
Vilde Vilhelm Wenche Wilhelm William Yngve Yngvild Øystein Øyvind Åge Åse Åshild
"""
_OTHERS = """
Aadne Aage Aagot Aajja Aamund Aanen Aani Aanna Aanon Aaron Aase Aasmund Aasne Aasta Abbas Abdalla Abdallah Abdelaziz
Abdelkader Abderrahman Abdi Abdiaziz Abdifatah Abdikadir Abdinasir Abdirahman Abdirashid Abdirizak Abdisalam
Abdishakur Abdiwahab Abdul Abdulahi Abdulkadir Abdullah Abdullahi Abdulle Abdulqadir Abdulrahman Abebe Abel Abelone
Abena Abida Abraham Abrehet Absalon Abshir Achieng Adam Adan Adelheid Adeline Adem Aden Adhanom Adiam Adil Adina Adnan
Adne Adolf Adomas Adrian Adriana Adrianna Adrianus Adwoa Afrah Afrim Agata Agate Agda Agim Agmund Agnar Agne Agnes
Agnete Agnieszka Agust Áhkká Ahlam Ahmad Ahmed Ahmet Aicha Aida Aidan Aiden Áigin Aila Áile Aileen Áilen Aili Áilin
Áillun Ailo Áilo Áilu Aimar Ainars Aino Aisha Aisling Aivars Ajay Akbar Akiko Akosua Akram Akwasi Alaa Aladdin Alain
Alan Alba Albert Albertine Alberto Albin Albrekt Albrigt Aldin Alejandro Alek Aleks Aleksander Aleksandr Aleksandra
Aleksandrs Aleksas Alemayehu Alessandro Alette Alexander Alexandra Alexandru Alexia Alfhild Alfie Alfons Alfonso
Alfred Alfrida Algirdas Alicia Alicja Alida Alina Aline Alireza Alisa Aliyah Allan Allis Alma Almaz Almir Alvar Alvaro
Alvhild Alvilde Alvin Amadeus Amadou Amal Amalia Amanda Amandeep Amani Amanuel Ambjørg Ambjørn Ambros Amel Amela
Amelia Amelie Amina Aminata Amir Amira Amjad Ammar Amna Amra Amund Analyn Ananya Anas Anastasiia Anastasius Anatol
Anatolii Anatoly Anbjørg Anbjørn Ánde Andor Andora André Andreea Andrei Andres Andrew Andrii Andrija Andrine Andris
Andrius Andriy Andrzej Andy Ane Aneta Anette Anfinn Angela Angelica Angelika Angelina Angelo Anh Anikken Anine Anisa
Anja Anjali Anke Ánná Annabel Annabell Annar Annbjørg Annbjørn Ánne Anneli Annelin Annelise Annemarie Annemor Annfinn
Annfrid Anngunn Annicken Annie Annika Anniken Annkristin Annlaug Annlisbeth Annmarit Annstein Annvor Anny Ánok Anong
Ánot Ansgar Anste Anstein Ante Ánte Antero Anthon Anthony Antoine Antonette Antoni Antonia Antonie Antonio Antonius
Ánttot Anund Anver Anwar Aoife Apostolos Araya Arben Ardal Ardit Aref Aregai Arend Arent Arian Arif Aris Aristide
Arjun Arkadiusz Arman Armand Armin Arnaldo Arnaud Arnbjørg Arnbjørn Arndis Arndor Arnfinn Arnfrid Arngeir Arngrim
Arngunn Arnhild Arnis Arnlaug Arnleif Arnleiv Arnljot Arnodd Arnold Arnor Arnstein Arntor Arnulf Arnvid Arnvidar
Aroldo Aron Arrozan Arta Artan Artem Arthor Arthur Artur Arunas Arve Arvid Arvinn Arvo Arwa Asad Asbjørg Asgaut Asgeir
Asgrim Asha Ashok Ashraf Asif Asiya Askill Askjell Aslak Áslak Aslan Áslat Asle Ásllat Asma Asmaa Asmeret Asmir Asmund
Assar Asta Ásta Astri Asulv Atina Atle Atli Attila Audar Auden Audgeir Audhild Audin Audrius Audunn Augusta Auguste
Augustin Augustinus Aurelia Aurélie Aurimas Ausra Austin Avdo Awa Awad Awet Awil Axel Ayaan Ayan Ayesha Aygul Ayla
Ayman Ayoub Ayse Aysha Ayub Azad Azim Aziz Aziza Azmi Azra Baard Babette Bahaa Bahati Bahman Bahram Bakary Baldur
Balthasar Baltzar Balwinder Bao Baraka Barbara Bartek Bartholomeus Bartlomiej Bartosz Basel Bashir Basma Bassam
Bastian Bastien Batool Bávlos Bávvál Beata Beate Beathe Beatrice Beba Behrouz Bekir Bela Belal Bendik Bendix Benedek
Benedict Benedicta Benedicte Benedikt Benedikte Bengt Bengta Beniamin Benito Benja Benny Benoît Bentley Bera Bereket
Bergfinn Bergfrid Bergit Bergitte Berglaug Bergliot Bergljot Bergsvein Berhane Berivan Bernard Bernardo Berndt
Bernhard Bernt Bersvein Bert Berta Bertha Berthel Berthold Bertil Bertin Bertine Bertinus Bertram Besim Besnik Bettina
Betty Bezawit Bianca Bibbi Biehtár Biera Bierra Bigá Bilal Biniam Binta Bireht Biret Birgir Birgith Birgitta Birgitte
Birhan Birit Birte Birthe Birute Bittelill Bjarki Bjarnar Bjarnhild Bjarnlaug Bjarnulf Bjarnulv Bjarte Bjorn Bjørge
Bjørghild Bjørgulf Bjørgulv Bjørgun Bjørgunn Bjørgvin Bjørnar Bjørner Bjørnstein Bjørnulf Bjørnulv Bjørvin Blagoje
Blanca Blerim Blerina Boarr Bogdan Bogumila Boguslaw Bohdan Bohdana Bojan Bojana Boleslaw Bolette Borgfrid Borghild
Borgny Borgunn Boris Botolf Botolv Boye Bozena Bozidar Brahim Brandon Branko Bredo Brendan Brian Brigt Brikt Brith
Britha Britt Bruce Bruno Bryan Brynhild Brynhildur Brynjar Brynjulf Brynjulv Brynolf Brøger Bülent Burak Burhan Bushra
Børje Børre Børt Bård Caesar Caleb Calle Callum Cameron Camila Caoimhe Carel Caren Carina Carl Carla Carlo Carlos
Carol Carola Carolin Caroline Carsten Casimir Casimira Casper Caspian Cassandra Catalin Catalina Caterina Catharina
Catherine Cathinka Cathrine Cato Cecilia Cecilija Celia Celina Celine Cem Cenk Cesar Cezary Chaiyasit Charles Charlie
Charlott Charlotte Chau Chiara Chidi Chinedu Chinwe Chloe Chris Chrisse Christel Christen Christer Christiane
Christianne Christin Christina Christo Christofer Christoffer Christophe Christopher Christos Ciara Ciaran Cicilie
Claes Clara Clarence Clarissa Clas Claude Claudia Claudine Claudio Claudiu Claus Clemens Clement Clifford Clive Colin
Connor Conny Conrad Constance Constantin Consuelo Corinna Cornelia Cornelius Cosmin Costin Cristian Cristiano Cristina
Cristobal Curt Cyril Cyrus Czeslaw Dadi Dagbjørg Dagfin Dagfrid Daglaug Dagmar Dagmund Dagrun Dagulf Dagunn Dagur
Dagveig Dahir Daina Dainius Daisy Daiva Dalal Dalia Dalius Damian Damien Damir Dánel Dáni Dania Daniat Danica Daniela
Daniil Danijel Danilo Danny Danuta Danylo Darek Daren Daria Dariia Dario Darius Dariusz Darko Darren Daryna Dávet
Davide Davids Davin Davood Dávvet Dawid Dawit Declan Deepak Deeq Deividas Dejan Delphine Denis Deniz Dennis Denny
Denys Deqa Derek Desiree Desirée Desmond Detlef Diane Didrich Didrik Diego Dieter Dietrich Dieudonne Dijar Dilan
Diljar Dilshad Dimitar Dimitri Dimitrios Dina Dinko Ditte Divya Diyar Dizla Dlovan Dmitri Dmitrij Dmytro Doina Dominic
Dominik Dominika Dominique Donald Donatas Dong Dora Dordei Dordi Doreen Doris Dorota Dorothea Dorte Dorthe Dorthea
Douglas Dragan Dragoslav Driton Duangjai Duc Dudda Dumitru Duncan Duommá Dusan Dusica Dusko Dylan Dyveke Dzintra Ebbe
Ebenezer Eberhard Ebrahim Ebrima Eddie Eddy Edgar Edgars Edin Edit Edita Edith Edmond Edmund Edna Edny Edon Eduard
Eduardo Edvald Edvardas Edvart Edvin Edvind Edward Edwin Edyta Efraim Efrem Efua Egbert Egidijus Egilius Egill Egle
Egon Ehsan Eigil Eigill Eileen Eilert Eilev Eiliv Eimear Eimund Einard Eindride Einor Eirek Eiril Eirill Eirin Eirun
Eirunn Eivin Eivind Eivindur Eivor Ejvind Ela Eldana Eldar Eldbjørg Eldfrid Eleanor Elen Elena Elenora Eleonora Elfar
Elfi Elfinn Elfred Elfrid Elfrida Elham Elian Eliana Elida Elieser Elif Elijah Elina Elinor Eliot Elis Elisa Elisabet
Elisar Elise Eliseus Elisiv Eliza Elizabeth Ella Ellbjørg Ellef Ellev Ellida Ellie Elling Ellinor Elliot Ellis Ellisif
Ellisiv Elma Elmar Elmer Elmin Elmir Eloise Elsabet Elsebeth Elsi Elsie Elvin Elvir Elvira Elzbieta Emanuel Emanuele
Embjørg Embret Embrik Emeka Emelie Emeline Emely Emerentze Emerik Emilia Emilian Emiliano Emilio Emily Emina Emine
Emmanuel Emmy Emre Emrik Endrias Endrik Enes Engebret Engebrikt Engelbrekt Engelhart Enis Enok Enrico Enrique Enver
Enya Eoin Erasmus Ercan Erdal Erhan Erhard Eric Erica Erich Erika Erikas Erix Erland Erlandur Erlaug Erle Erlfrid
Ermias Ermin Ermina Erminas Erna Ernad Ernestas Ernestine Ernesto Ernst Eron Ervin Erwin Esaias Esben Eskil Eskild
Esma Esmeralda Esperance Esra Esteban Estelle Esten Ester Esther Ethan Etienne Étienne Eufemia Eugen Eugene Eugenie
Evald Evan Evangelos Evart Evelina Eveline Evelyn Evelyne Evert Evgenij Evija Evin Evind Evy Ewa Ewelina Eyob Eyolf
Eystein Eyvin Eyvind Ezra Fabian Faduma Fadumo Fahad Fahd Fahima Faisal Faiza Fanny Farah Faraja Fardowsa Farhad
Farhan Farhiya Fariba Farid Farida Faris Farooq Farrukh Fartun Faruk Farzana Fateh Fatemeh Faten Fathi Fatma Fatmir
Fatos Fatou Fatoumata Fawad Fawzia Fayez Fayza Federica Federico Feisal Felix Ferdinand Ferenc Fereshte Fergus Ferhat
Feride Fernanda Fernando Fidan Fikadu Fikret Filippa Filippo Fillip Filmon Finnbjørn Finngeir Finnur Fiona Firas
Fisnik Fiyori Flamur Florence Florent Florian Folasade Folkmar Folkvard Fouad Fowzia Fozia Frances Francesca Francesco
Francis Francisca Francisco Franciszek Franco François Frans Frants Franz Fredbjørg Fredd Freddie Freddy Fredmund
Fredric Fredrich Fredrikke Freidar Freja Freshta Freweini Fridtjof Friedrich Frikk Frithjof Fritjov Frits Fritz Frøyda
Frøydis Frøystein Fuad Furaha Furqan Gaber Gabor Gabriela Gabriele Gabriella Gabrielle Gáddjá Gádjá Gaebpien Gáiju
Galina Ganesh Gáre Gáren Gareth Garm Gary Gaspar Gaston Gaut Gautam Gaute Gavin Gearald Gediminas Geert Geirid
Geirlaug Geirmund Geirulf Geirulv Gelu Genevieve Gennadij Geoffrey George Georgi Georgij Georgios Gerald Gerard
Gerardo Gerda Gerhart Gerhild Gerlaug Germaine Germund Gerner Gerrit Gert Gerta Gertrud Gerulf Gesine Gezim Ghada
Ghebre Gheorghe Gholam Ghulam Giacomo Giancarlo Giedre Gilbert Giles Gintaras Gintare Gints Giorgio Giovanna Giovanni
Girmay Girts Gisbert Gisela Giselle Giske Gislaug Gisle Gitte Giulia Giulio Giuseppe Gjalar Gjerdis Gjermund Gjert
Gjertine Gjertrud Gjerulf Gjerulv Gjøran Gjøri Gjøril Gjørild Glen Glenn Gløer Goitom Golnaz Gonagas Gonzalo Goran
Gordana Gorm Gotfred Gotfrid Gottfred Gotthard Gottlieb Gracjana Grant Grazyna Greg Gregar Greger Gregers Gregor
Gregorius Gregory Greipur Greta Gretelill Gretelise Gretha Grethe Grigorij Gry Grzegorz Guadalupe Gudbjørg Gudbrand
Gudfinn Gudlaug Gudleik Gudleiv Gudmund Gudmundur Gudny Gudolf Gudolv Guðrun Gudrød Gudtorm Gudveig Gudvin Guhttor
Guhtur Guido Guillaume Guillermo Gülay Gulbjørg Gulborg Gulbrand Guled Gullborg Gulleik Gullik Gulnaz Gunbjørg Gunborg
Gunda Gundar Gunder Gunerius Gunlaug Gunleiv Gunnbjørg Gunnbjørn Gunnerius Gunnhild Gunnhilde Gunnlaug Gunnleik
Gunnstein Gunnulf Gunnulv Gunnveig Gunnvor Gunny Günther Guntis Gunveig Gunvor Gurdeep Guro Gurpreet Gusta Gustaf
Gustavo Gusttu Guttorm Guy Gwen Gyda Gylfi Gyri Gyrid Gyula Göran Gøran Gøsta Gøte Gøthe Haagen Haaken Haakon Haavard
Haben Habib Habiba Habibullah Habtom Hadi Hadia Hafiz Hafsa Hagbard Hagbart Haider Haile Hailemichael Hailey Haitham
Hajar Hakan Hakim Hakon Haldis Halfdan Halgeir Halil Halim Halima Halimo Halina Hallbera Hallbjørg Hallbjørn Halldis
Halldor Halldora Hallfrid Hallgeir Hallgerd Hallgjerd Hallgrim Hallkjell Hallstein Hallvard Halstein Halsten Halvar
Halvard Halvdan Halyna Hamad Hamdi Hamed Hameeda Hamid Hamida Hamish Hamza Hana Hanad Hanan Hanh Hani Hannah Hannes
Hannibal Hánno Hánsa Hánsi Hansigne Hansine Hanspetter Haregu Haris Hariz Haroon Harpreet Harriet Harris Harry Hartmut
Hartvig Hartvik Haruto Harvey Hasan Hasse Hatem Hatice Hatidza Hauk Haval Hawa Hayat Haydar Hazem Heaika Heaiká
Heandarat Heather Heba Hector Heddy Hedevig Hedin Hedvig Hedvik Heidrun Heidun Heike Heikki Heiko Heimir Heinrich
Heinz Helén Helena Helene Heléne Hélène Helgunn Heljar Helma Helmer Helmine Helmut Helmuth Hemin Hemmin Hemming Hendo
Hendrik Hennie Hennig Henning Henny Henok Henri Henrich Henrikke Henry Henryk Herbert Herbjørn Herborg Herbrand
Hercules Herdis Herfrid Hergeir Hergils Heribert Herlaug Herleif Herleik Herleiv Herlof Herlov Hermana Hermela Hermine
Hermon Hermund Hernan Herolf Hersleb Herstein Hervald Hesam Hiba Hibaq Hibo Hieronymus Hieu Hilbert Hildebjørg
Hildeborg Hildegard Hildegerd Hildegunn Hilding Hildrun Hildur Hilma Hilmar Hilmi Hiran Hiroshi Hiwa Hiwot Hjalmfrid
Hjalti Hjelmer Hjørdis Hoang Hoda Hodan Hogar Hogne Holger Holmfred Holmgeir Hosea Hossein Howard Hrvoje Hubert Hugh
Hugo Hulda Humphrey Huong Husam Husein Hüseyin Hussain Hussam Hussein Huy Hyacinth Høgne Hågen Håkan Hårek Iain Ian
Ibado Iben Ibra Ibrahim Ibrahima Ibro Idar Idil Idolf Idris Idun Idunn Ieva Ifeoma Ifrah Ifrax Iftikhar Ignacio Ignas
Ignatius Igor Igors Ihor Ihsan Ikram Ilaria Ilham Ilhan Ilia Ilias Iliaz Ilija Ilir Ilja Ilkka Illia Ilmar Ilona Ilse
Ilyas Ilze Imad Iman Imane Imanuel Immaculee Imran Imre Ina Indrek Indridi Ines Inés Ineta Ingá Iŋgá Ingabire Ingar
Ingard Ingberg Ingebjørg Ingebret Ingebrigt Ingebrikt Ingeir Ingeleif Ingeleiv Ingelill Ingelin Ingelise Ingemann
Ingemar Ingerid Ingfrid Inggá Inghild Ingjald Ingjerd Inglaug Ingleif Ingleiv Ingmar Ingmund Ingo Ingolf Ingolv Ingri
Iŋgrid Ingrunn Ingse Ingulf Ingun Ingvald Ingvar Ingvard Ingveig Ingvill Ingvor Intisar Ioan Ioana Ione Ionut Iosif
Iqbal Iqra Irek Irén Irena Irfan Irina Irja Irjá Irma Irmelin Irmgard Irvin Iryna Isaac Isabel Isabell Isac Isadora
Isaiah Isaias Isak Isalill Isam Isát Isatou Iselin Ishaq Ishmael Iskender Ismahan Ismail Ismet Isolde Issa Issak Issát
Istarlin István Iva Ivald Ivalu Ivan Ivana Ivanna Ivano Ivars Ivhild Ivor Iwona Iyad Izabela Izabella Izet Jaahke
Jaber Jabir Jabril Jacek Jack Jackeline Jackson Jacob Jacqueline Jacques Jadwiga Jafar Jágge Jahn Jaime Jaimie Jairo
Jakov Jakub Jalal Jalvvi Jama Jamal Jameel James Jamie Jamil Jamila Jana Jane Janett Janette Janicke Janina Janis
Janita Janka Janne Jannecke Jannicke Jannie Jannike Janny Janos János Janus Janusz Jared Jarek Jarleif Jarmila Jarmund
Jaromir Jaroslav Jaroslaw Jasleen Jasmina Jasmine Jason Jasper Jaswinder Javad Javed Jávet Javier Jawad Jayne Jayson
Jeanett Jeanette Jeanne Jeannette Jeff Jeffrey Jelena Jendrik Jennie Jennifer Jensine Jeppe Jeremias Jeremy Jerker
Jermund Jeroen Jerome Jerry Jerzy Jesper Jesse Jessica Jetmund Jette Jhoanna Jibril Jihan Jill Jim Jimmi Jimmy Joachim
Joacim Joacob Joan Joann Joanna Joao Joaquin Joar Jobst Jocelyn Jochen Joe Joel Joergen Jofrid Johana Johann Johanna
Johnni Johnny Johs Jokum Jolanta Joleen Jolita Jomar Jonatan Jonathan Jonathon Jone Joni Jonis Jonn Jonna Jonny Joralf
Joram Joran Joraun Jordis Jorge Jori Jorid Jorild Jorleif Jorleiv Jorma Joronn Jorulf Jorun Jose José Josefin Josefina
Joseph Josephine Joshua Josip Jossa Josua Jouni Jovan Jovnna Jovsset Joyce Jozef Juan Judith Juditt Juel Juha Juhán
Juhána Juhani Juho Jukka Jules Julia Julian Juliana Juliane Julianne Juliet Juliette Julija Julio Julius Juned Juoksa
Juoná Juozas Jurate Jürgen Jurgis Jurgita Jurij Juris Jussá Jussi Justas Justin Justinas Justine Justus Justyna Jusuf
Jutta Jytte Jøran Jøren Jörg Jøri Jørund Jåhkå Jåvnå Kaare Kaarel Kacper Kadir Kadra Kadri Kaia Kaido Kaisa Kaisu
Kaiza Kaj Kalina Kalman Kaltun Kamal Kamaran Kamau Kamil Kamila Kamilla Kamran Kanokwan Kanstantsin Kanthan Kanya Káre
Karel Karem Karen Káren Karensofie Karianne Karim Karina Karine Karinna Karitha Karla Karlerik Karlis Karlo Karna
Karol Karoliina Karolina Karolis Kárre Karstein Karsten Karwan Karzan Kasem Kashif Kasia Kasim Kasimir Kaspar Kaspars
Kasper Kaspian Kata Katarina Katarzyna Kate Káte Kateryna Kath Kathe Kathinka Kathleen Kathrin Katia Katinka Katja
Kato Katri Katrin Katrina Katrine Katy Kauko Kauthar Kavita Kay Kayla Kazimierz Kebede Kees Keiko Keith Kelly Kemal
Kenji Kennet Kenneth Kennosuke Kenny Kerem Keri Kerim Kerstin Kestutis Ketil Ketilbjørn Kevin Keyvan Khadar Khadeeja
Khadija Khadijah Khadra Khaled Khalif Khalil Khanh Khrystyna Kian Kibrom Kidane Kidist Kifah Kiki Kikki Killian Kine
Kinga Kira Kirill Kirk Kirste Kirsti Kirstine Kisanet Kittil Kitty Kjartan Kjellaug Kjellbjørg Kjellfrid Kjelling
Kjellmann Kjellrun Kjersten Kjerstin Kjerstina Kjærand Kjølv Kjørlaug Kjøstel Kjøstolv Klaudia Klaus Klemen Klemens
Klement Klemet Klemetti Kleopatra Knutolav Kofi Kolbein Kolbjørn Konrad Konstanse Konstantin Konstantinos Kornelia
Kornelie Kornelius Korsan Kostas Kourosh Kristbjørg Kristel Kristelle Kristense Krister Kristi Kristiane Kristianne
Kristina Kristinn Kristjan Kristmund Kristo Kristofer Kristy Krisztian Krystian Krystyna Krzysztof Kubrom Kujtim
Kularatnam Kuldeep Kuno Kurt Kwabena Kwame Kymia Kyra Kyrre Kyrylo Laara Ladina Ladislav Laejla Láilá Laima Laimonas
Laina Lajla Lájlá Lakshman Lakshmi Lambert Lamin Lamya Lana Lara Larisa Larissa Larry Larysa Lásse Lássi László Latifa
Laura Laureen Laurent Laurents Lauri Laurids Laurin Lauris Laurits Lauritz Laurs Lavina Lavinia Lavrans Lavrens
Lawrence Layla Lazar Lea Leammi Leander Leandro Lefki Leida Leidar Leidulf Leidulv Leighton Leik Leikny Leikulf
Leikvang Leikvard Leikvin Leila Leiv Lejla Lelik Lemet Lemmet Lene Lennard Lennart Lenni Lenny Leona Leonard Leonardo
Leonhard Leonid Leonidas Leonora Leontine Leopold Lesia Lesja Leslie Leszek Letebrhan Letizia Levi Levina Levor Lewis
Leyla Lia Liam Lias Liban Lidia Lidvar Lidvard Lidvin Lihkkun Liibaan Likká Lili Liliana Lilja Liljan Lilleba Lillemor
Lillian Lilly Liná Linh Linnea Lino Linus Lionel Liridon Lisa Lisandro Lisbet Liselotte Lisen Lisette Lita Liubov
Liudmyla Livia Liviu Livius Liya Liza Ljiljana Ljodolv Ljot Ljubomir Ljudmila Lloyd Lodvar Lodve Loftur Lola Lolla
Lone Loredana Loren Lorena Lorents Lorentz Lorentze Lorenz Lorenzo Loreta Loretta Lothar Loui Louie Louis Louisa
Louise Loviise Lovisa Lovise Lovro Luan Lubna Luca Lucas Lucia Lucian Luciana Lucie Lucija Lucinda Lucjan Lucy Lucyna
Ludmila Ludolf Ludovic Ludvik Ludvikke Ludwig Luigi Luis Luisa Luise Luka Lukasz Lukia Lukretia Lullen Lulzim Lutz
Luul Luwam Lyder Lydia Lyubomir Lyubov Lyudmyla Lærke Mabel Maciej Madalina Madeleine Madelen Madelene Madeline Madis
Maeve Magda Magdalena Magdalene Magdeleine Magdeli Magga Mággá Maggi Maggie Magnar Magnarun Magni Magnlaug Magno
Magnor Magnulf Magnulv Magny Maha Mahad Mahamed Mahamud Mahdi Mahesh Mahir Mahmood Mahmoud Mahmud Mahnaz Máhte Máhtte
Máhtto Maia Maida Maiken Maj Majbritt Majid Majken Mákká Maks Maksim Maksimilian Maksym Malakai Malalai Malar Malathi
Malcolm Malee Malek Malene Malgorzata Malika Malka Malla Malmfrid Malthe Malvin Mamadou Manal Manfred Mangor Manish
Manja Manoj Manpreet Mansoor Mansour Mansur Mantas Manuel Manuela Maqsood Mara Márá Marc Marcel Marcela Marcello
Marcin Marco Marcos Marcus Márehtá Marei Marek Máren Máret Margaret Margareta Margarete Margareth Margaretha
Margarethe Margarita Margaux Márge Margherita Margido Márgit Margot Margrét Margrete Margrit Margun Margunn Margus
Marharyta Maria Mária Mariam Marian Mariana Mariane Mariann Marianna Maribel Maricel Marieke Mariell Marielle Mariia
Marija Marijan Marijana Marijus Marika Marike Marikken Marilyn Marinius Marino Mario Mariola Marion Marita Marites
Marius Mariusz Mariya Marja Márjá Marjan Marjus Markhild Markku Marko Marlon Marna Marny Marry Marta Marten Martha
Marthe Marthine Martina Martine Martinius Martinus Martynas Marvin Marwa Marwan Mary Maryam Maryann Maryna Marzena
Masoud Massimo Matej Mateo Mateusz Mathea Matheo Matheus Mathies Mathieu Mathijs Mathilda Mathis Matija Matilda
Matilde Matis Mats Mátte Matteo Matteus Mattheus Matthew Matthias Matthijs Matti Mattias Mattis Matvii Matz Maud Maude
Maureen Maurice Mauricio Maurits Mauritz Mauro Maxim Maxime Maximilian Maybritt Maylen Maylinn Mayliss Maysa Máze
Mebrahtu Medhanie Meena Meera Megan Mehari Mehdi Mehmet Mehran Mehret Mehwish Meinert Meinhard Mekdes Mekonnen Melaku
Melanie Melina Meline Melissa Melker Melvin Melvyn Mengs Mensud Mentz Mereta Merethe Merhawi Merita Meron Mersad
Meryem Meseret Mesfin Metin Mewael Micael Michael Michaela Michaele Michail Michal Michel Michele Michelle Mickael
Midhat Mieczyslaw Miguel Mihaela Mihai Mihail Mihal Mihkkal Mihkkil Mihkku Mihret Mihte Mijo Mika Mikaela Mikal Mike
Miki Mikias Mikkal Mikkil Mikkjel Mikko Miklos Mikolaj Mila Milad Milan Milana Mildri Mildrid Milena Milica Milla
Millan Milly Milorad Milos Mimmi Mimoza Mindaugas Mindy Minh Miodrag Miran Miranda Mircea Mirela Miriam Mirijam Mirjam
Mirko Mirna Miroslav Miroslaw Mirsad Mirza Mitchell Mitja Mizgin Mladen Moa Modar Modestas Modgunn Modolf Mogens
Moghadam Mohamad Mohammad Mohamud Mohanned Mohsen Mohsin Moira Mojca Molly Momcilo Monia Monika Monique Monja Monna
Monrad Morag Morgan Moritz Moses Mouna Mounir Moustafa Mubarak Mubashir Muhamad Muhamed Muhammad Muhammed Muhidin
Muhsin Mujo Mukamana Mukhtar Mulu Munevera Munir Munira Murad Murat Musa Mustafa Mustafe Muzaffar Mwangi Myckola
Mykhailo Mykola Mylene Myrna Myroslava Myrtle Märta Møgens Målfred Måns Mårten Nabil Nada Nadeem Nadezjda Nadia Nadiia
Nadine Nadir Nadja Naeem Nafees Nahom Naim Naima Naja Najat Najib Najma Nancy Nanette Nanna Naoko Naomi Napaporn
Narayan Narges Nargiza Narvald Narve Naser Nasim Nasir Nasreen Nasrin Nasser Nasteho Natalia Natalie Nataliia Natalija
Natan Natanael Natasha Natasja Nathalie Nathan Nathanael Nathaniel Natnael Natsinet Nattaya Navid Nawal Nazanin Nazar
Nazia Nazir Nebiat Neculai Nedim Nedzad Neema Negasi Neha Neil Nejla Nelda Nellie Nelly Nelson Nemanja Nenad Nenna
Nerijus Neringa Nermin Nermina Neville Neza Ngoc Ngozi Nhung Niall Niamh Nibras Nicco Nicholas Nick Nicklas Nickolai
Nico Nicolae Nicolai Nicolas Nicole Nicoleta Nicoline Nidia Niel Niels Nigá Nigo Nihad Nihat Niila Niilas Niillá
Niillas Nijaz Nikita Nikkolas Niklá Niklas Niko Nikola Nikolaj Nikolaos Nikolas Nikolaus Nikoline Nilas Nilgun Nilsine
Nimco Nimo Ninni Nino Nirmal Nirmala Nithya Nittaya Nives Nizar Njaal Njeri Njord Nneka Noah Noel Noelle Noemi Nojus
Nomann Noomi Nooria Norald Noralf Noralv Norbert Nordahl Nordal Nordis Norgunn Norhild Norlaug Norleif Normann Norolf
Norstein Norulf Norulv Norun Norvald Norvard Norveig Norvin Nour Nshimirimana Nuno Nura Nurettin Nuri Nuria Nuriye
Nusrat Nusse Nuur Nyambura Nyla Oanh Obaid Obert Obinna Octavian Odbjørg Oddbjørg Oddfinn Oddfrid Oddgar Oddgeir
Oddgunn Oddhild Oddin Oddlaug Oddleif Oddleiv Oddmar Oddmund Oddrik Oddrun Oddrunn Oddstein Oddun Oddvald Oddvard
Oddveig Oddvin Odelia Odilo Odlaug Odman Odne Odny Ofelia Oivind Okbay Oksana Oktavia Olafur Olai Olaug Olaus Olava
Olavus Olbjørg Oldrich Olea Oleanna Olefine Oleg Olegs Oleh Oleksandr Oleksandra Oleksii Oleksiy Olena Oletta Olette
Olevine Olga Olger Olha Olin Olina Oline Oliva Olivier Oliwia Ollaug Olof Olov Oluf Olufine Olumide Oluv Omed Omid
Ommar Ommund Ommundine Onar Ondrej Onni Onund Orawan Ordin Orest Orhan Orianne Orla Orvar Orysia Osama Osman Osmund
Osmundur Ostap Oswald Othar Othilie Othmar Otieno Otilie Otman Ottar Ottilie Ottmar Otto Oumar Ousman Ousmane Ove
Ovedia Ovidia Ovidiu Ovin Ovla Ovllá Owais Owen Oydis Ozan Paal Pablo Padraig Pamela Pánne Paola Paolo Parisa
Parminder Parvin Parwana Parwin Pascal Patric Patricia Patricio Patrick Patrik Patrycja Patryk Paul Paula Paulina
Pauline Paulius Paulo Paulus Pavel Pavlo Pawel Pawlo Payal Peder Pedram Pedro Pegah Peggy Pelagia Penelope Penti
Perarne Percy Pernell Pernilla Pernille Perny Perry Peshawa Petar Petra Petrea Petrikke Petrine Petrit Petro
Petronella Petronelle Petros Petru Petrus Petteri Philip Philippa Philippe Phillip Phong Phuc Phuong Piera Pierra
Pierre Pieter Pieterjan Pietro Pinar Piotr Piroz Piya Polina Pooja Pornthip Povel Povilas Povl Pranee Predrag Priit
Priscilla Priya Przemyslaw Pål Qadra Qaiser Qamar Qasim Quang Quentin Quoc Quynh Raad Rabah Rabia Rabin Rachel Radek
Radoslav Radoslaw Radovan Radu Rafael Rafaela Rafal Rafi Rafik Raghild Raghnall Raghnild Ragna Ragndi Ragne Ragnfrid
Ragni Ragnor Ragnvald Ragnvard Ragnveig Ragnvor Raheel Rahel Rahim Rahmat Rahmatullah Raija Raimo Raimond Raimonds
Raimundo Rainer Rainis Raivis Raj Rajan Rajesh Rajinder Rakel Rakesh Ralf Ralph Ramesh Rami Ramin Ramiro Ramis Ramiz
Ramon Ramona Ramunas Ramune Randall Randolf Randulf Randulv Rangdi Rangfrid Rangnar Rania Rannei Rannfrid Rannveig
Ranveer Raoul Raphael Rashad Rasheed Rashid Rasma Rasmine Rasmus Ráste Rasul Ratana Ratree Rávdná Rávnna Rawan Raya
Raymon Raymond Raymund Razan Razia Razvan Rebaz Rebeca Rebecca Reber Rebin Rebwar Redar Redina Redvald Refik Regina
Reginald Regine Regnar Regvald Rehan Rehana Reiddun Reidhild Reidi Reidulf Reidulv Reidun Reidunn Reiel Reijo Reimar
Reimond Reimund Reinaldo Reinert Reinhard Reinhardt Reinhart Reinhold Remigijus Remy Renald Renaldas Renaldo Renars
Renata Renate Renathe Renato René Renee Renée Renny Reno Resul Reuf Revin Reynir Reza Rezan Rhea Riad Rianne Ricard
Ricarda Ricardas Ricardo Riccardo Richard Rick Rickard Ricky Rico Rigmor Rihard Rihards Rikard Rikhard Rikka Rikke
Rimantas Rinaldo Rinat Risten Ristená Ristiinná Risto Risttin Rita Ritha Ritvars Riyad Riza Rizwan Roald Robbie Robel
Roberta Robertas Roberto Roberts Rocco Rodel Roderick Rodney Rodrigo Roffe Rogelio Roger Rognar Rogne Rogneid Rognvald
Rohit Roine Rojan Rojda Rojin Rokas Roksana Roksolana Roland Rolands Romain Romanas Romeo Romuald Romualdas Ronald
Ronaldo Ronan Roni Ronja Ronni Ronnie Rory Rosalia Rosalie Rosalin Rosalind Rosalyn Rosanna Rosario Rosemarie Roshan
Rosina Rosita Roslyn Rotraud Rowena Roxana Roya Royce Roysten Rozalia Rozerin Rozhgar Ruald Ruben Rubina Rudolf
Rudolfs Rudy Rukia Runa Runfrid Runhild Runi Runolf Runolv Rupert Ruqia Ruslan Rusnė Russell Rustam Rut Ruud Ruzena
Ruzica Ryan Ryna Ryszard Rønald Rønnaug Rønnog Saad Saamund Sabah Saber Sabin Sabina Sabine Sabir Sabrin Sabrina Sacha
Sachin Sadam Sadia Sadiq Saed Saeed Safet Safia Safiya Sagal Sahal Sahand Sahar Sahra Said Saida Saima Sajad Sajid
Sajjad Sakarias Sákka Salah Saleem Saleh Salem Salih Salim Sally Salma Salman Salmund Salome Salomon Saloua Salvador
Salvatore Samad Samantha Sami Samia Samina Samir Samira Sámmol Sámmul Sammy Samra Samrawit Samson Samsonas Samuel
Samuele Samuli Sanaa Sanad Sandeep Sandor Sandra Sandro Sandy Sanel Sanela Sania Sanija Sanita Sanja Sanjay Sanjeev
Sanjin Sanna Santino Sárá Sarah Saranda Sarita Sarkis Sarmad Sarra Saša Sascha Saskia Saulius Savannah Sayed Sayid
Saynab Sead Sean Seb Sebastiaan Sebjørn Sefer Segun Selahattin Selam Selamawit Selda Selena Selfin Selim Selina Seline
Selja Selmer Selmine Semhar Semina Semir Semmy Semra Senad Senait Senay Senayt Sepehr Serena Serge Sergei Sergej
Sergejs Sergey Sergio Serhat Serhii Serhiy Serianna Serina Serine Serkan Seval Severin Sevgi Seydou Shabana Shabir
Shabnam Shadi Shafi Shafiq Shahid Shahin Shahnaz Shahram Shahzad Shakila Shakir Shamsa Shane Shannon Shanthi Sharif
Sharmarke Sharmila Sharon Shawn Shayan Shazia Sheila Sher Sherif Sherko Sherwan Shilan Shirin Shirley Shoaib Shpend
Shpetim Shpresa Shqipe Shreya Shukri Shukria Shwan Sia Siamak Siavash Sibbe Sidsel Sidsela Siegfried Siem Siemen
Sienna Sigbert Sigbjørg Sigbrit Sigbritt Sigfinn Sigfred Sigfrid Sigfryd Sigfus Siggeir Siggi Sighjalmar Sighvat
Siglaug Sigleif Sigleiv Sigmar Sigmunda Signar Signelill Signhild Signor Signy Sigri Sigrud Sigrun Sigrunn Sigstein
Sigtor Sigurda Sigurdur Sigvald Sigvard Sigvart Sigve Sigveig Sigvor Sigyn Siham Siim Siiri Sikandar Silas Silfinn
Silius Silja Silke Silvana Silvester Silvi Silvia Silvio Silviu Simen Simeon Simion Simon Simona Simonas Simone
Simonia Simran Sinan Sinikka Sinnika Siobhan Sirak Sirena Siriann Sirianne Siril Sirin Siriporn Sirpa Sirwan Sissela
Sissil Sita Sivakumar Sivan Sivar Siver Sivert Siw Sjarald Sjovatt Sjugurd Sjur Sjølfest Sjønne Sjålle Sjåvald Skage
Skarphedin Skirmante Skjalg Skjalm Skjoldvor Slavica Slavomir Slawomir Sławomir Slobodan Smilla Snefrid Snorra Snorri
Snuppa Snøfrid Sofe Sofiia Sofija Sofus Sohail Sohaila Sokol Solaug Solbjør Solbjørg Solborg Solbritt Solfryd Solgerd
Solgunn Solhild Sollaug Solmund Solomiia Solomon Solrid Solrun Solrunn Solvei Solvi Solvor Somchai Somsak Sondre
Songül Sonia Sonja Sonni Sonny Sophia Sophie Sophus Soran Soraya Sorin Soufiane Spencer Spiros Srdjan Staale Stamatis
Stanislav Stanislaw Stanislawa Stanko Stanley Stasys Stefan Stefania Stefanie Stefano Stefanos Stefanus Stefen Steffan
Steinbjørn Steinfinn Steingrim Steinhild Steini Steinkjell Steinlaug Steinulf Steinulv Steinung Steinunn Steinvald
Steinvor Stelian Stellan Stenar Stener Stephan Stephane Stephania Stephanie Stephen Stevan Steve Steven Stigar Stine
Stinejanne Stinelin Stineline Stojan Stuart Sture Ståle Suad Suada Subhan Sucdi Sufian Suganthi Suhail Sulaiman
Suleiman Sulejman Suleyman Sumaya Sune Sunee Sunil Sunnifa Sunniva Sunnøva Supaporn Suresh Surinder Surya Susá Susan
Susana Susann Susanna Suvvá Suzan Suzana Suzanna Suzanne Svana Svanaug Svanbjørg Svanborg Svanlaug Svante Svea Sveinar
Sveinhild Sveinn Sveinulf Sveinung Sven Svend Svenhild Svenke Svenn Svenning Sverker Sverrun Svetlana Svetozar
Svitlana Svonni Sybil Syed Sylfest Sylvain Sylvest Sylvester Sylvia Sylvie Sylwia Syndre Synneva Synnve Synnøv Synnøva
Synva Synøve Systa Syver Syvert Szymon Sæbjørn Sæmund Søfren Søgni Sølva Sölve Sølve Sølvei Sølveig Sølvelin Sølvine
Søren Sørine Sørmund Søs Såmund Taavi Tabita Tadas Tadeus Tadeusz Tage Taha Taher Tahir Tahira Tahmina Taif Taj
Takashi Talal Taletta Talette Talia Tallak Tallakson Tamara Tamas Tamim Tancred Tanguy Tania Tanja Tarald Tarannum
Taras Tarek Targjerd Tarik Tariq Tarje Tarjeia Tasos Tatiana Tatjana Tauno Tawfik Tayeb Tayfun Taylor Tayyab Teagan
Teahkka Ted Teemu Teis Teitur Tekle Teklit Teklu Tellef Tellev Telmo Temesgen Tengel Teodor Teodora Terence Teresa
Teresia Teresita Terez Terhi Terkel Terrence Terry Tesfalem Tesfamariam Tesfay Tesfaye Tessa Tetiana Tetyana Tewolde
Thaddeus Thahir Thale Thang Thanh Thanos Thao Theis Thelma Theo Theodora Therés Theresa Therese Thiago Thien Thijs
Thilde Thina Thinh Thodor Thom Thora Thorald Thoraldur Thoralf Thoralv Thorben Thorbjørg Thord Thordis Thore Thorfin
Thorfinn Thorgeir Thorgils Thorgrim Thorgunn Thorhild Thorill Thorir Thorkel Thorkil Thorkild Thorlaug Thorleif
Thorleiv Thormod Thorny Thoroddur Thorolf Thorry Thorstein Thorsteinn Thorsten Thorunn Thorvald Thorvaldur Thrine
Thrond Thure Thurid Thushara Thuy Thyra Tian Tiberiu Tibor Tidemand Tidemann Tigist Tiina Tilda Tilde Tilly Tilmann
Timo Timon Timothy Timur Tindra Tinius Tino Tinus Tiril Tirill Titti Tjeerd Tjerand Tjodolv Tjostolv Tjøstel Tjøstolv
Tobby Tobin Tobine Toby Todd Toini Toivo Tollak Tollef Tolleif Tolleiv Tollev Tomasine Tomasz Tomaz Tomine Tomislav
Tomm Tommi Tommy Tonetta Tonette Toni Tonje Tonny Tony Tooba Toomas Topias Toralf Toralv Torben Torbern Torbjørg
Torborg Torbrand Torfinn Torfrid Torgard Torgaut Torger Torgerd Torggunn Torgils Torgny Torgrim Torgun Torgunnar
Torgus Toriel Toril Torild Torje Torjus Torkel Torkil Torkild Torkjel Torkjell Torlaf Torlaug Torleik Torleiv Torlof
Tormund Torni Torny Torodd Torolf Torolv Torris Torsten Torulf Torulv Torun Torvald Torvard Torveig Torvid Torvil
Torvild Torvor Toste Tovik Tracey Traian Trajan Trang Trina Trinelise Trinh Trinity Triny Trish Tristan Tronn Troya
Tryggve Trygvar Trygvi Trym Tsegay Tsehay Tsige Tuan Tufik Tulla Tunde Turgut Tutta Tutti Tuyet Tygve Tyler Tymofii
Tymon Tymoteusz Tyra Tyrid Tyrone Tønnes Tønnis Tørres Ubah Ubbe Uche Uffe Ugur Uladzimir Uldis Ulfar Ulfred Ulrich
Ulrika Ulrike Ulrikke Ulvhild Umair Umar Umer Umut Unnlaug Unnstein Unnur Unnveig Urho Urmas Uros Ursula Urszula Usama
Usman Uvllá Uwe Uwimana Uzair Uzma Vaar Vaclav Vadim Vadym Vahid Vaida Vaidas Vaido Valbona Valdas Valdemar Valdis
Valdur Valentin Valentina Valentinas Valentyn Valentyna Valeri Valeria Valerie Valérie Valeriia Valerij Valerijus
Valeriu Valgard Valgerd Valmir Valon Valter Valteri Vanda Vanesa Vanessa Vanja Varghese Vasanthi Vasile Vasilij
Vasilios Vasyl Vebjørg Vebjørn Vedran Vegar Vegeir Velaug Velimir Veline Veljko Vemund Venche Vendela Venera Venja
Venke Verena Verna Verner Veronica Veronika Véronique Veslegard Veslemøy Vesna Vetlesen Vian Viana Vicente Victor
Victorine Vidkun Vidkunn Vidvald Viesturs Vigda Vigfus Vigleik Viglek Vigulf Vijay Vikas Vikram Viktoras Viktoria
Viktoriia Viktorija Viktors Vilborg Vilgot Vilhelmine Vilhjalm Vilho Viliam Viljar Villemo Villum Villy Vilma Vilmar
Vilnis Vince Vincens Vincent Vincents Vinh Vinjar Vinod Violeta Violetta Viorel Vira Virgil Virgilijus Virginijus
Vishal Vitali Vitalie Vitalii Vitalij Vitalija Vitaly Vitas Vitoria Vittorio Vivek Vivi Vivian Viviann Vivien Vivienne
Vjekoslav Vjeran Vjosa Vlad Vladan Vladimir Vladislav Vlado Vladyslav Vlasta Vlatko Voitto Vojislav Vojtech Volker
Volkmar Volodymyr Vonja Vuokko Vuolla Vuolláb Vyacheslav Vyara Vygantas Vytautas Vårin Wael Wafa Wahid Wahida Wajid
Waldemar Waleed Waleria Walid Walter Wambui Wanda Wanida Wanja Wanjiru Waqar Waqas Warda Warren Warsame Warsan Wasan
Waseem Wasif Wasim Wayne Weldu Wencke Wendy Wenke Werner Weronika Wesley Wessel Wibecke Wibeke Wichai Wictor Wieslaw
Wiesław Wieslawa Wigdis Wiggo Wiktor Wiktoria Wilde Wilfred Wilhelmine Wilhelms Willem Willi Willian Willie Willum
Willy Wilma Wilmar Wilson Wim Winfried Winnie Winston Winta Wioletta Witold Wivi Wladimir Wladyslaw Wojciech Woldemar
Wolfgang Wollert Wolmer Worku Wubbo Wulff Xaver Xavier Xenia Xhevahire Xhevdet Xiao Ximena Xuan Yaa Yahia Yahya Yahye
Yana Yanis Yannick Yannis Yara Yared Yaroslav Yasemin Yaser Yasin Yasir Yasmin Yasmine Yasser Yassin Yassine Yassir
Yaw Yelyzaveta Yemane Yetunde Yevhen Yevhenii Yevheniia Yiannis Yildiz Yilmaz Yinka Ylva Yngvald Yngvar Yngvard Yngvil
Yngvill Ynnhild Yodit Yogeswaran Yohana Yohannes Yoko Yolanda Yonas Yordanos Yosef Yosief Yosra Younes Yousef Yousif
Youssef Youssouf Yrja Yrsa Ysten Yuan Yuki Yulia Yuliia Yuliya Yunis Yunus Yurii Yuriy Yusef Yusra Yussuf Yusuf Yves
Yvette Yvon Yvonn Yvonne Zabihullah Zachary Zafar Zafer Zahid Zahida Zahir Zahra Zaid Zaida Zain Zainab Zakaria
Zakarias Zakariya Zaki Zakir Zaman Zamzam Zander Zara Zarina Zbigniew Zdenek Zdenka Zdravko Zdzislaw Zebastian Zehra
Zeinab Zekarias Zeki Zeljko Zenel Zenia Zenon Zeray Zeshan Zeynep Zhen Ziad Ziba Zidan Zigurds Zijad Zilan Zilvinas
Zina Zita Zivan Zivko Zlata Zlatan Zlatko Zlatomir Zoe Zofia Zohra Zoltan Zoran Zoriana Zoya Zsuzsanna Zubaida Zubair
Zubeir Zubeyda Zuhair Zuhra Zula Zuleika Zuzanna Zvonimir Zygmunt Ødger Ødvin Øistein Øivin Øivind Øjvind Ølver Ørger
Ørjan Ørjar Ørnfrid Ørnolf Ørnolv Ørnulf Ørnulv Øyar Øydis Øyfrid Øygunn Øylaug Øyolf Øyolv Øysten Øyulv Øyunn Øyvin
Øyvinda Øyvor Ådne Ågar Ågmund Ågot Ålov Ånen Ånon Ånund Årstein Åsa Åsfrid Åsgaut Åsgerd Åshilde Åskjell Åslaug
Åsleik Åsleiv Åsmund Åsne Åsta Åste Åsulf Åsvald Åsvor Åvald
"""
_WORDS = """
Ada Adele Ali Alva Amin Ana Andre Anker Ansa Are Ari Aril Arn Ask August Aurora Balder Bella Bent Berge Berger Billie
Birk Bitten Bjørne Bo Borgar Borger Brage Brede Brit Bror Carmen Dag Dahlia Dan Diana Ea Edda Edle Egil Eira Eldor
Elgar Eli Elke Elle Embla Emir Endre Even Finn Folke Fred Fredrik Freya Fride Frigg Frøya Gard Gina Gloria Gordon
Graham Grim Grunde Hall Hans Hava Havar Hein Heine Helgi Helle Herman Hild Hilda Hoa Horst Huda Høye Håvar Inga Inge
Inna Iris Jan Jari Jarl Jasmin Jean Jesus Jo Joner Josef Juni Kai Kalle Kamelia Kane Ken Kent Kim Knud Knute Kosta
Kristen Kyle Lee Lenka Leo Leon Lill Lillen Lina Line Liss Liv Livar Live Loke Lotta Luna Luther Lykke Lyn Lyng Lynn
Mai Mali Malte Marina Mark Max May Mie Mille Milo Mina Mira Muna My Myra Nestor Noa Noor Nor Norma Norman Odd Odin Ola
Ole Olle Peer Pekka Pelle Per Pere Phil Pia Rasa Raul Reier Rein Reine Remi Rene Resi Roman Rosa Rose Rudi Ruta Saga
Sam Samer Sanne Sara Seif Selma Sidra Sigar Sigge Sina Sinne Siv Skjold Skule Sol Soren Steen Stein Stella Sten
Stoffer Storm Sunna Svien Tale Tamar Tara Teddy Thu Tiller Tim Tina Tine Tinna Tolla Tom Tone Tor Tora Tore Toren Tov
Tron Truls Trygg Tue Ture Turi Tuti Tyri Tørris Ugla Ulf Ulla Ulv Une Unn Urban Urd Venus Vera Vesla Victoria Vidor
Vilja Ville Viola Vår
"""
_THINGS = """
Ada Adele Alta Alva Amber Ansa April August Aurora Balder Carmen Diana Edda Eira Embla Florida Folke Freya Frøya Gard
Georgia Gloria Hall Hydra Iris Jade Jasmin Jordan Juli Juni Kai Kristen Leo Lex Live Loke Lotus Luna Mai Mark Max
Mercedes Mira Nor Norma Nova Odin Rana Roman Rosa Rose Saga Skjold Sol Stella Storm Sunna Troll Venus Vera Victoria
Viola Vår
"""
COMMON = frozenset(_COMMON.split())
"""The commonest, words or not: a sender whose name begins with one is a person."""
DOUBLE = frozenset(_WORDS.split())
"""Names that are words, or names of other things, as well."""
THINGS = frozenset(_THINGS.split())
"""What has a capital within a sentence too without being a person: months, systems, places."""
GIVEN = COMMON | frozenset(_OTHERS.split()) | DOUBLE
"""All given names that are known here."""
