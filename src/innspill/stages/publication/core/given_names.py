"""Given names that are in use in Norway, written down by the authors of this program from memory.

Old and new, Norwegian, Sámi and of those who came from elsewhere: a list of facts, not taken from a
data set. Names that are everyday words or names of other things too (Bo, Endre, Saga) stand in
`DOUBLE`: they count only where something else says that a name stands there.
"""

from __future__ import annotations

from innspill.stages.publication.core.more_names import MORE_DOUBLE, MORE_GIVEN

_WOMEN = """
Aase Aasne Abelone Abida Ada Adele Adelheid Adeline Adina Adriana Agate Agda Agnes Agnete Aicha
Aida Aileen Aina Aino Aisha Aisling Alba Albertine Aleksandra Alette Alexandra Alexia Alfhild
Alfrida Alice Alicia Alida Alina Aline Alisa Allis Alma Almaz Alva Alvilde Amal Amalia Amalie
Amanda Ambjørg Amelia Amelie Amina Amira Amna Ana Andora Andrea Andreea Andrine Ane Anette Angela
Angelica Angelika Angelina Anikken Anine Anisa Anita Anja Ann Anna Annabel Annabell Annbjørg Anne
Anneli Annelise Annemarie Annemor Annette Annfrid Anngunn Annicken Annie Annika Anniken Annlaug
Annvor Anny Ansa Antonette Antonia Antonie Arnbjørg Arndis Arnfrid Arngunn Arnhild Arnlaug Asbjørg
Asiya Aslaug Asma Asta Astri Astrid Atina Aud Augusta Auguste Aurelia Aurora Awa Ayan Ayesha Aygul
Ayla Ayse Aysha Aziza Azra Babette Barbara Beata Beate Beathe Beatrice Benedicta Benedicte
Benedikte Bengta Benja Benny Bente Bergfrid Bergit Bergitte Berglaug Bergliot Bergljot Berit Berta
Bertha Bertine Bettina Betty Bianca Birgit Birgith Birgitta Birgitte Birte Birthe Bitten Bjarnhild
Bjarnlaug Bjørg Bjørghild Bjørgun Bjørgunn Blanca Bodil Bojana Bolette Borgfrid Borghild Borgny
Borgunn Brigt Brikt Brit Brita Brith Britha Britt Brynhild Brynhildur Bushra Camilla Caren Carina
Carla Carmen Carol Carola Carolin Caroline Cassandra Catharina Catherine Cathinka Cathrine Cecilia
Cecilie Cecilija Celia Celina Celine Charlott Charlotte Chloe Christel Christiane Christianne
Christin Christina Christine Ciara Cicilie Clara Clarissa Claudia Constance Corinna Cornelia
Dagbjørg Dagfrid Daglaug Dagmar Dagny Dagrun Dagveig Dahlia Daina Daisy Dalia Danica Daniela
Danuta Daria Deqa Desiree Desirée Diana Diane Dilan Dina Ditte Dizla Dominika Dora Dordi Doreen
Doris Dorota Dorothea Dorte Dorthe Dorthea Dusica Dyveke Ea Ebba Edda Edel Edit Edith Edle Edna
Edny Eileen Eimear Eira Eiril Eirill Eirin Eirun Eirunn Eivor Ela Eldbjørg Eldrid Eleanor Elen
Elena Elenora Eleonora Elfi Elfrid Elfrida Elham Eli Elida Elif Elin Elina Eline Elinor Elisa
Elisabet Elisabeth Elise Elisiv Eliza Elizabeth Elke Ella Ellbjørg Elle Ellen Ellida Ellinor
Ellisif Ellisiv Elma Eloise Elsa Else Elsebeth Elsi Elsie Elvira Embla Emelie Emeline Emely
Emerentze Emilia Emilie Emily Emina Emine Emma Emmy Enya Erica Erika Erlaug Erle Erlfrid Ermina
Erna Ernestine Esma Esmeralda Estelle Ester Esther Eufemia Eugenie Eva Evelina Eveline Evelyn
Evelyne Evy Ewa Ewelina Fadumo Faiza Fanny Farah Farhiya Fariba Farida Fartun Fatemeh Faten Fatima
Fatma Fatou Fatoumata Fawzia Feride Fidan Filippa Fiona Florence Fozia Frances Fredbjørg Fredrikke
Freja Freya Frida Fride Frigg Frøya Frøyda Frøydis Gabriela Gabriele Gabriella Gabrielle Galina
Geirid Geirlaug Gerd Gerda Gerhild Gerlaug Germaine Gerta Gertrud Gina Giovanna Gisela Giselle
Giske Gislaug Gitte Gjerdis Gjertrud Gjøri Gjøril Gjørild Gloria Gløer Gordana Gracjana Grazyna
Greta Grete Gretelill Gretha Grethe Grim Gro Gry Gudbjørg Gudlaug Gudny Gudrun Gudveig Gulbjørg
Gulborg Gulnaz Gunbjørg Gunborg Gunda Gunhild Gunlaug Gunn Gunnbjørg Gunnhild Gunnlaug Gunnveig
Gunnvor Gunny Gunveig Gunvor Guri Guro Guðrun Gwen Gyda Gyri Gyrid Habiba Hadia Hafsa Hajar Halima
Hallbjørg Halldis Halldora Hallfrid Hallgjerd Hamdi Hameeda Hana Hanan Hanna Hannah Hanne Hansigne
Hansine Harriet Hatice Hava Hawa Heather Hedda Heddy Hedevig Hedvig Hedvik Hege Heidi Heidrun
Heidun Heike Helen Helena Helene Helga Helgunn Heljar Helle Helma Helmine Helén Heléne Henny
Henriette Henrikke Herborg Herdis Herfrid Herlaug Hermana Hermine Hiba Hibo Hild Hilda Hilde
Hildebjørg Hildeborg Hildegard Hildegerd Hildegunn Hildrun Hildur Hilma Hjalmfrid Hjørdis Hoda
Hodan Huda Hulda Hyacinth Iben Ida Idun Idunn Ifrah Ilse Imane Ina Ines Inga Ingebjørg Ingeborg
Ingebrikt Ingelill Ingelin Inger Ingerid Ingfrid Inghild Ingjerd Inglaug Ingri Ingrid Ingrunn
Ingse Ingun Ingunn Ingveig Ingvild Ingvill Inna Inés Ioana Ione Iqra Irena Irene Irina Iris Irja
Irma Irmelin Irmgard Iryna Irén Isabel Isabella Isadora Isalill Iselin Isolde Iva Ivalu Ivana
Izabela Izabella Jackeline Jacqueline Jadwiga Jamila Jana Jane Janett Janette Janicke Janina
Janita Janka Janne Jannecke Jannicke Jannie Jannike Janny Jarmila Jasmin Jasmina Jasmine Jayne
Jean Jeanett Jeanette Jeanne Jeannette Jelena Jennie Jennifer Jenny Jensine Jessica Jette Jill
Joan Joann Joanna Johana Johanna Johanne Jolanta Joleen Joraun Jordis Jorid Jorild Joronn Jorun
Jorunn Josefin Josefina Josefine Josephine Joyce Judith Juditt Julia Juliana Juliane Julianne
Julie Juliet Juliette Julija Juni Justine Justyna Jytte Kaia Kaisa Kaisu Kaiza Kaja Kalina Kamelia
Kamila Kamilla Karen Karensofie Kari Karianne Karin Karina Karine Karinna Karitha Karla Karna
Karoliina Karolina Karoline Kasia Kata Katarina Katarzyna Kate Kath Kathe Kathinka Kathleen
Kathrin Kathrine Katia Katinka Katja Katri Katrin Katrina Katrine Katy Kauthar Kelly Kerstin
Khadeeja Khadija Khadijah Khadra Kikki Kine Kinga Kira Kirsten Kirsti Kirstine Kitty Kjellaug
Kjellbjørg Kjellfrid Kjellrun Kjersti Kjerstin Kjerstina Kjørlaug Klara Klaudia Kleopatra
Konstanse Kornelia Kornelie Kristbjørg Kristel Kristelle Kristense Kristi Kristiane Kristianne
Kristin Kristina Kristine Kristy Krystyna Kymia Kyra Ladina Laila Laina Lajla Lana Lara Larisa
Larissa Latifa Laura Laureen Lavina Lavinia Lea Leah Lefki Leida Leikny Leikvin Leila Lejla Lena
Lene Lenka Leona Leonora Leontine Lesja Leslie Letizia Levina Leyla Lia Liban Lidia Lili Liliana
Lilja Liljan Lill Lillemor Lillen Lillian Lilly Lina Linda Line Linn Linnea Lisa Lisbet Lisbeth
Lise Liselotte Lisen Lisette Liss Lita Liv Live Livia Liza Ljiljana Ljudmila Lola Lone Lorena
Lorentze Loretta Lotte Louisa Louise Loviise Lovisa Lovise Lucia Lucie Lucija Lucinda Lucy Ludmila
Ludvikke Luise Lukia Lukretia Luna Lydia Lykke Lyn Lynn Lyubov Mabel Madeleine Madelen Madelene
Madeline Magda Magdalena Magdalene Magdeleine Magdeli Magga Maggi Maggie Magnarun Magnhild Magni
Magnlaug Magny Maia Maida Maiken Maj Maja Majbritt Majken Malalai Malene Malgorzata Mali Malika
Malin Malka Malla Malmfrid Manal Manja Manuela Mara Marcela Marei Maren Margaret Margareta
Margarete Margareth Margaretha Margarethe Margarita Margaux Margit Margot Margrete Margrethe
Margrit Margrét Margun Margunn Mari Maria Mariam Marian Mariana Mariane Mariann Marianne Marie
Marieke Mariell Marielle Marija Marijana Marika Marike Marikken Marilyn Marina Marion Marit Marita
Mariya Marja Marjan Markhild Marna Marry Marta Marte Martha Marthe Marthine Martina Martine Marwa
Mary Maryam Maryann Marzena Mathea Mathilda Mathilde Matilda Matilde Maud Maude Maureen May
Maylinn Mayliss Meera Megan Mehwish Melanie Melina Meline Melissa Mensud Mereta Merete Merethe
Merita Meryem Mette Mia Michaela Michelle Mie Mika Mikaela Mila Milana Mildri Mildrid Milena
Milica Milla Mille Milly Mina Mindy Minh Mira Miranda Mirela Miriam Mirijam Mirjam Mirna Mizgin
Moa Modgunn Moira Mojca Molly Mona Monia Monica Monika Monique Monja Monna Morag Muna Munevera
Munira Myra Myrna Myrtle Máret Märta Målfrid Nada Nadezjda Nadia Nadine Nadja Naima Naja Najma
Nancy Nanette Nanna Naomi Narges Nargiza Nasrin Natalia Natalie Nataliia Natalija Natasha Natasja
Nathalie Nazanin Nazia Nelda Nellie Nelly Nermina Neza Nicole Nicoline Nidia Nikita Nikola
Nikoline Nilgun Nilsine Nimo Nina Ninni Nirmala Nives Noelle Noemi Noomi Noor Nora Nordis Norgunn
Norhild Norlaug Norma Norun Norunn Norveig Nura Nuria Nuriye Nusrat Nyla Oda Odbjørg Oddbjørg
Oddfrid Oddgunn Oddhild Oddlaug Oddny Oddrun Oddveig Odelia Odlaug Odny Ofelia Oksana Oktavia
Olaug Olava Olea Oleanna Olefine Olena Oletta Olette Olevine Olga Olina Oline Oliva Olivia Oliwia
Ollaug Olufine Ommundine Orianne Othilie Otilie Ottilie Ovedia Ovidia Oydis Pamela Parisa Parvin
Patricia Patrycja Paula Paulina Pauline Payal Peggy Pelagia Penelope Pernilla Pernille Perny Petra
Petrea Petrikke Petrine Petronella Petronelle Philippa Phuong Pia Pinar Polina Priscilla Priya
Qadra Quynh Rabia Rachel Rafaela Raghild Ragna Ragndi Ragne Ragnfrid Ragnhild Ragni Ragnveig Raija
Rakel Ramona Randi Rangfrid Rania Rannei Rannfrid Rannveig Rasma Rasmine Raya Razia Rebeca Rebecca
Rebekka Redina Regina Regine Rehana Reiddun Reidhild Reidi Reidun Reidunn Renata Renate Renathe
Renee Renée Resi Revin Rhea Rianne Ricarda Rigmor Rikka Rikke Rita Ritha Roberta Rogneid Rojda
Rojin Roksana Ronja Rosa Rosalia Rosalie Rosalin Rosalind Rosanna Rose Rosemarie Roshan Rosina
Rosita Roslyn Rotraud Rowena Rozalia Rozerin Rubina Runa Runfrid Runhild Ruqia Rusnė Ruta Ruth
Ruzena Ruzica Ryna Rønnaug Rønnog Sabina Sabine Sabrina Sadia Safia Safiya Saga Sahra Saida Saima
Sally Salma Salome Saloua Samantha Samia Samina Samira Sanaa Sandra Sandy Sanela Sania Sanija
Sanja Sanna Sanne Sara Sarah Saranda Sarita Sarra Saskia Savannah Saynab Selam Selda Selena Selina
Seline Selja Selma Selmine Semina Semra Senait Serena Serianna Serina Serine Seval Shabana Shabnam
Shakila Shannon Sharmila Sharon Shazia Sheila Shirin Shirley Shqipe Shukri Sia Sidra Sidsel
Sidsela Sigbjørg Sigbritt Sigfrid Sigfryd Siglaug Sigmunda Signe Signelill Signhild Signy Sigri
Sigrid Sigrun Sigrunn Sigurda Sigveig Sigyn Silja Silje Silvana Silvi Silvia Simona Simone Simonia
Sina Sinikka Sinne Sinnika Sirena Siri Siriann Sirianne Siril Sirin Sirpa Sissel Sissela Sissil
Siv Sivan Siw Skjoldvor Slavica Smilla Snefrid Snorra Snøfrid Sofia Sofie Sofija Sohaila Solaug
Solbjør Solbjørg Solborg Solbritt Solfrid Solfryd Solgerd Solgunn Solhild Sollaug Solrid Solrun
Solrunn Solveig Solvi Solvor Solvår Sonia Sonja Sophia Sophie Soraya Stefania Stefanie Steinhild
Steinlaug Steinunn Steinvor Stella Stephania Stephanie Stine Stinejanne Stinelin Stineline Sumaya
Sunna Sunnifa Sunniva Sunnøva Surya Susan Susana Susann Susanna Susanne Suzan Suzana Suzanna
Suzanne Svana Svanaug Svanbjørg Svanborg Svanhild Svanlaug Svea Sveinhild Svenhild Sverrun
Svetlana Svitlana Sybil Sylvi Sylvia Syndre Synne Synneva Synnve Synnøv Synnøva Synnøve Synva
Synøve Systa Søgni Sølva Sølvei Sølveig Sølvelin Sølvi Sølvine Sørine Søs Tabita Tahira Tahmina
Tale Talette Talia Tamar Tamara Tania Tanja Tara Tarannum Tarjeia Tatiana Tatjana Teagan Teodora
Teresa Teresia Teresita Terez Terhi Tessa Tetiana Thale Thanh Thao Thea Thelma Theodora Theresa
Therese Therés Thilde Thina Thora Thorbjørg Thordis Thorgunn Thorhild Thorill Thorlaug Thorny
Thorunn Thrine Thurid Thuy Thyra Tigist Tiina Tilda Tilde Tiller Tilly Tina Tindra Tine Tinna
Tiril Tirill Titti Toini Tolla Tomasine Tomine Tonetta Tonette Toni Tonje Tonny Tooba Tora
Torbjørg Tordis Torfrid Torgerd Torgun Torgunn Torhild Toril Torild Torill Torlaug Torni Torny
Torun Torunn Torvor Tove Tracey Trina Trine Trinelise Trinh Trinity Triny Trish Troya Trude Turi
Turid Tuti Tuva Tyra Tyri Tyrid Tørris Ugla Ulla Ulrika Ulrikke Ulvhild Unn Unni Unnlaug Unnur
Unnveig Urd Ursula Urszula Uzma Vaar Vaida Valborg Valdis Valentina Valeria Valerie Valeriia
Valgerd Valérie Vanda Vanesa Vanessa Vanja Velaug Veline Venche Vendela Venera Venja Venke Venus
Vera Verena Verna Veronica Veronika Veslemøy Vesna Viana Vibeke Victoria Victorine Vigda Vigdis
Viktoria Viktorija Vilde Vilhelmine Vilja Villemo Vilma Vinjar Viola Violeta Violetta Vitoria Vivi
Vivian Viviann Vivien Vivienne Vjosa Vlasta Vonja Vuokko Vyara Vår Vårin Wafa Waleria Wanda Wanja
Warsan Wenche Wencke Wendy Wenke Weronika Wibecke Wibeke Wigdis Wiktoria Wilde Wilhelmine Wilma
Winnie Wioletta Wivi Xenia Xhevahire Ximena Yara Yasemin Yasmin Yasmine Yildiz Ylva Yngvil Yngvild
Yngvill Ynnhild Yohana Yordanos Yrja Yrsa Yulia Yuliia Yuliya Yvette Yvonn Yvonne Zahida Zahra
Zaida Zainab Zara Zarina Zdenka Zehra Zeinab Zenia Zeynep Ziba Zina Zita Zlata Zoe Zofia Zoya
Zsuzsanna Zubaida Zuhra Zuleika Zuzanna Ågot Åsa Åse Åshild Åslaug Åsne Åsta Åste Øydis Øyfrid
Øygunn Øylaug Øyunn Øyvinda Øyvor
"""
_MEN = """
Aadne Aage Aamund Aanen Aani Aanon Aaron Aasmund Abbas Abdalla Abdallah Abdelkader Abderrahman
Abdi Abdifatah Abdikadir Abdinasir Abdirahman Abdirashid Abdirizak Abdisalam Abdiwahab Abdul
Abdulkadir Abdullah Abdullahi Abdulle Abdulrahman Abebe Abel Abraham Absalon Adam Adem Aden Adil
Adnan Adne Adolf Adrian Adrianus Afrim Agim Agmund Agnar Agust Ahmad Ahmed Aidan Aiden Aimar Ajay
Akbar Akram Aksel Aladdin Alain Alan Albert Alberto Albin Albrekt Albrigt Aldin Alejandro Alek
Aleks Aleksander Aleksandr Aleksandrs Alexander Alf Alfie Alfons Alfonso Alfred Ali Alireza Allan
Alvar Alvaro Alvin Amadeus Amadou Amandeep Ambjørn Ambros Amin Amir Ammar Amund Anas Anastasius
Anatol Anatoly Anbjørn Anders Andor Andre Andreas Andrei Andres Andrew Andrii Andrija Andrius
Andriy Andrzej André Andy Anfinn Angelo Anh Anker Annar Annbjørn Annfinn Annstein Ansgar Anste
Anstein Ante Antero Anthon Anthony Antoine Anton Antoni Antonio Antonius Anund Anver Apostolos
Araya Ardal Ardit Are Arend Arent Arif Aril Arild Aris Aristide Arman Armand Armin Arn Arnaldo
Arnaud Arnbjørn Arndor Arne Arnfinn Arngeir Arngrim Arnis Arnleif Arnleiv Arnljot Arnodd Arnold
Arnor Arnstein Arnt Arntor Arnulf Arnvid Arnvidar Aroldo Aron Artan Artem Arthor Arthur Artur
Arunas Arve Arvid Arvinn Arvo Asad Asbjørn Asgaut Asgeir Asgrim Ashok Ashraf Asif Askill Askjell
Aslak Aslan Asle Asmund Assar Asulv Atle Atli Attila Audar Auden Audin Audun Audunn August
Augustin Augustinus Austin Avdo Awad Awil Axel Ayman Ayoub Azad Azim Aziz Azmi Baard Bahaa Bahman
Bahram Bakary Balder Baldur Balthasar Baltzar Bartek Bartholomeus Bartlomiej Bartosz Basel Bashir
Bastian Bastien Bekir Bela Belal Bendik Bendix Benedek Benedict Benedikt Bengt Beniamin Benito
Benjamin Bent Bentley Berge Berger Bernard Bernardo Berndt Bernhard Bernt Bersvein Bert Berthel
Berthold Bertil Bertin Bertinus Bertram Besim Besnik Biniam Birger Birgir Birk Bjarki Bjarnar
Bjarne Bjarnulf Bjarnulv Bjarte Bjorn Bjørge Bjørgulf Bjørgulv Bjørgvin Bjørn Bjørnar Bjørne
Bjørner Bjørnstein Bjørnulf Bjørnulv Bjørvin Blagoje Blerim Bogdan Boguslaw Bojan Boleslaw Borgar
Borger Boris Botolf Botolv Boye Bozidar Brahim Brandon Branko Brede Bredo Brendan Brian Bror Bruce
Bruno Bryan Brynjar Brynjulf Brynjulv Brynolf Brøger Burak Burhan Bård Børge Børje Børre Børt
Bülent Caesar Caleb Calle Callum Cameron Carel Carl Carlo Carlos Carsten Casimir Casimira Casper
Caspian Cato Cem Cenk Cesar Charles Charlie Chris Christen Christer Christian Christo Christofer
Christoffer Christophe Christopher Christos Claes Clarence Clas Claude Claudio Claudiu Claus
Clemens Clement Clifford Clive Colin Connor Conrad Constantin Cornelius Cosmin Costin Cristian
Cristiano Curt Cyril Cyrus Czeslaw Dadi Dagfin Dagfinn Dagmund Dagulf Dagur Dahir Damian Damien
Damir Dan Daniel Daniil Danijel Danilo Danny Darek Daren Dario Darius Dariusz Darko Darren David
Davide Davids Davin Davood Dawid Dawit Deeq Dejan Denis Deniz Dennis Derek Desmond Detlef Didrich
Didrik Diego Dieter Dietrich Dijar Diljar Dilshad Dimitar Dimitri Dimitrios Dinko Dmitri Dmitrij
Dmytro Dominic Dominik Dominique Donald Donatas Dong Douglas Dragan Dragoslav Duc Duncan Dusan
Dusko Dylan Ebbe Ebenezer Eberhard Eddie Eddy Edgar Edgars Edin Edmond Edmund Edon Eduard Eduardo
Edvald Edvard Edvardas Edvart Edvin Edvind Edward Edwin Efraim Egbert Egil Egilius Egill Egon
Ehsan Eigil Eigill Eilert Eilev Eilif Eiliv Eimund Einar Einard Eindride Einor Eirek Eirik Eivin
Eivind Eivindur Ejvind Eldar Eldor Elfar Elfinn Elfred Elgar Elian Elias Elieser Elijah Eliot Elis
Elisar Eliseus Ellef Ellev Elling Elliot Ellis Elmar Elmer Elmin Elmir Elvin Emanuel Emanuele
Embret Embrik Emerik Emil Emilian Emiliano Emilio Emir Emmanuel Emre Endre Endrias Endrik Engebret
Engebrikt Engelbrekt Engelhart Enis Enok Enrico Enrique Enver Erasmus Ercan Erdal Erhan Erhard
Eric Erich Erik Erikas Erix Erland Erlandur Erlend Erling Ermin Erminas Ernad Ernestas Ernesto
Ernst Eron Ervin Erwin Esaias Esben Eskil Eskild Espen Esteban Esten Ethan Etienne Eugen Eugene
Evald Evan Evangelos Evart Even Evert Evgenij Evin Evind Eyob Eyolf Eystein Eyvin Eyvind Ezra
Fabian Fahad Fahd Faisal Farhad Farid Faris Farooq Farrukh Faruk Fateh Fathi Fatmir Fatos Fawad
Fayez Federico Feisal Felix Ferdinand Ferenc Ferhat Fernando Filip Filippo Fillip Filmon Finnbjørn
Finngeir Finnur Firas Fisnik Florent Florian Folke Folkmar Folkvard Fouad Francesco Francis
Francisco Franciszek Franco Frank Frans Frants Franz François Fred Fredd Freddie Freddy Fredmund
Fredric Fredrich Fredrik Freidar Fridtjof Friedrich Frikk Frithjof Fritjof Fritjov Frits Fritz
Frode Frøystein Fuad Furqan Gaber Gabor Gabriel Gard Gareth Garm Gary Gaspar Gaston Gaut Gautam
Gaute Gavin Gearald Geert Geir Geirmund Geirulf Geirulv Gelu Gennadij Geoffrey Georg George Georgi
Georgij Georgios Gerald Gerard Gerardo Gerhard Gerhart Germund Gerner Gerrit Gert Gerulf Ghulam
Giacomo Giancarlo Gilbert Giles Gints Giorgio Giovanni Girts Gisbert Gisle Giulio Giuseppe Gjalar
Gjermund Gjert Gjerulf Gjerulv Gjøran Glen Glenn Goitom Goran Gordon Gorm Gotfred Gotfrid Gottfred
Gotthard Gottlieb Graham Grant Greg Gregar Greger Gregers Gregor Gregorius Gregory Greipur
Grigorij Grunde Grzegorz Gudbrand Gudfinn Gudleik Gudleiv Gudmund Gudmundur Gudolf Gudolv Gudrød
Gudtorm Gudvin Guido Guillaume Guillermo Gulbrand Gulleik Gullik Gundar Gunder Gunerius Gunleiv
Gunnar Gunnbjørn Gunnerius Gunnleik Gunnstein Gunnulf Gunnulv Gurdeep Gustaf Gustav Gustavo
Guttorm Guy Gylfi Gyula Göran Gøran Gøsta Gøte Gøthe Günther Haagen Haaken Haakon Haavard Habib
Habtom Hadi Hagbard Hagbart Haider Haile Haitham Hakan Hakim Hakon Halfdan Halgeir Halil Halim
Hall Hallbjørn Halldor Hallgeir Hallgrim Hallstein Hallvard Halstein Halsten Halvar Halvard
Halvdan Halvor Hamad Hamed Hamid Hamish Hamza Hani Hannes Hannibal Hans Harald Haris Hariz Haroon
Harpreet Harris Harry Hartmut Hartvig Hartvik Harvey Hasan Hassan Hasse Hatem Hauk Havar Haydar
Hazem Hector Hedin Heikki Heiko Heimir Hein Heine Heinrich Heinz Helge Helgi Helmer Helmut Helmuth
Hemmin Hemming Hendrik Hennig Henning Henri Henrich Henrik Henry Herbert Herbjørn Herbrand
Hercules Hergeir Heribert Herleif Herleik Herleiv Herlof Herlov Herman Hermann Hermod Hermund
Herolf Hersleb Herstein Hervald Hesam Hieronymus Hilbert Hilding Hilmar Hilmi Hiran Hjalmar Hjalti
Hjelmer Hogar Hogne Holger Holmfred Holmgeir Horst Hosea Howard Hrvoje Hubert Hugh Hugo Humphrey
Husein Hussain Hussam Hussein Huy Hågen Håkan Håkon Hårek Håvar Håvard Høgne Høye Iain Ian Ibra
Ibrahim Ibro Idar Idolf Idris Iftikhar Ignacio Ignas Ignatius Igor Igors Ihsan Ilia Ilias Iliaz
Ilija Ilir Ilja Ilkka Illia Ilmar Ilyas Imad Imanuel Imran Indrek Indridi Ingar Ingard Ingberg
Inge Ingebret Ingebrigt Ingeir Ingemann Ingemar Ingjald Ingleif Ingleiv Ingmar Ingmund Ingo Ingolf
Ingolv Ingvald Ingvar Ingvard Ioan Ionut Iosif Iqbal Irek Irfan Irvin Isaac Isac Isaiah Isaias
Isak Isam Ishaq Ishmael Iskender Ismail Issa István Ivan Ivano Ivar Ivars Iver Ivor Iyad Izet
Jabir Jacek Jack Jackson Jacob Jacques Jafar Jahn Jaime Jaimie Jairo Jakob Jakov Jakub Jalal Jama
Jamal Jameel James Jamie Jamil Jan Janis Janos Janus Jared Jarek Jari Jarl Jarle Jarmund Jaromir
Jaroslav Jaroslaw Jason Jasper Javad Javed Javier Jawad Jeff Jeffrey Jens Jeppe Jeremias Jeremy
Jerker Jermund Jeroen Jerome Jerry Jerzy Jesper Jesse Jesus Jetmund Jim Jimmi Jimmy Joachim Joacim
Joacob Joakim Joao Joar Jobst Jochen Joe Joel Joergen Johan Johann Johannes John Johnni Johnny
Jokum Jomar Jon Jonas Jonatan Jonathan Jonathon Jone Joner Joni Jonis Jonn Jonny Joram Joran Jorge
Jorleif Jorleiv Jorma Jorulf Jose Josef Joseph Joshua Josip Jostein Josua José Jovan Jozef Juan
Juel Juha Juhani Juho Jukka Jules Julian Julio Julius Juned Jurgis Jurij Jussi Justas Justin
Justinas Justus Jusuf János Jörg Jøran Jørgen Jørn Jørund Jürgen Kaare Kaarel Kadir Kai Kaj Kalle
Kalman Kamal Kamaran Kamil Kamran Kane Kanstantsin Karel Karem Karim Karl Karlis Karlo Karol
Karolis Karstein Karsten Kasem Kashif Kasim Kaspar Kaspars Kasper Kato Kauko Kay Kazimierz Kees
Keith Kemal Ken Kennet Kenneth Kennosuke Kenny Kent Kerem Keri Kerim Kevin Keyvan Khaled Khalid
Khalif Khalil Killian Kim Kirill Kirk Kjartan Kjell Kjelling Kjellmann Kjetil Kjærand Kjøstel
Kjøstolv Klaus Klemen Klemens Klement Klemet Knud Knut Knute Kolbein Kolbjørn Konrad Konstantin
Konstantinos Kornelius Korsan Kosta Kostas Kristen Krister Kristian Kristinn Kristjan Kristmund
Kristo Kristofer Kristoffer Krisztian Krystian Krzysztof Kuldeep Kuno Kurt Kyle Kyrre Kyrylo Kåre
Ladislav Laimonas Lambert Lamin Larry Lars Lasse Laurent Laurents Lauri Laurids Laurin Lauris
Laurits Lauritz Laurs Lavrans Lavrens Lawrence Lazar Leander Leandro Lee Leidar Leidulf Leidulv
Leif Leighton Leik Leikulf Leikvang Leikvard Leiv Lelik Lennard Lennart Lenni Lenny Leo Leon
Leonard Leonardo Leonhard Leonid Leonidas Leopold Leszek Levi Lewis Liam Lias Lidvar Lidvard
Lidvin Linh Lino Linus Lionel Lisandro Livar Livius Ljubomir Lloyd Lodvar Lodve Loftur Loke Loren
Lorents Lorentz Lorenz Lorenzo Lothar Louie Louis Lovro Luan Luca Lucas Lucian Lucjan Ludolf
Ludovic Ludvig Ludvik Ludwig Luigi Luis Luka Lukas Lukasz Lulzim Luther Lutz Lyder Lyng Lyubomir
László Lærke Maciej Madis Mads Magnar Magne Magno Magnor Magnulf Magnulv Magnus Mahad Mahamed
Mahamud Mahdi Mahir Mahmood Mahmoud Mahmud Majid Maks Maksim Maksimilian Maksym Malcolm Malek
Malte Malthe Malvin Manfred Mangor Manish Manoj Mansoor Mansur Manuel Maqsood Marc Marcel Marcello
Marcin Marco Marcos Marcus Marek Marijan Marijus Marinius Marino Mario Marius Marjus Mark Markku
Marko Markus Marlon Marten Martin Martinius Martinus Martynas Marvin Marwan Masoud Massimo Matej
Mateo Mateusz Matheus Mathias Mathies Mathieu Mathijs Mathis Matias Matija Matis Mats Matteo
Matteus Matthew Matthias Matthijs Matti Mattias Mattis Matz Maurice Mauricio Maurits Mauritz Mauro
Max Maxim Maxime Maximilian Mehari Mehdi Mehmet Mehran Meinert Meinhard Mekonnen Melaku Melker
Melvin Melvyn Mentz Merhawi Mersad Mesfin Metin Micael Michael Michail Michal Michel Michele
Mickael Midhat Miguel Mihai Mihail Mihal Mijo Mikael Mikal Mike Miki Mikkel Mikkjel Mikko Miklos
Mikolaj Milad Milan Millan Milorad Milos Mindaugas Miodrag Miran Mirko Miroslav Miroslaw Mirsad
Mirza Mitchell Mitja Mladen Modar Modestas Modolf Mogens Moghadam Mohamad Mohamed Mohammad
Mohammed Mohamud Mohanned Mohsen Mohsin Momcilo Monrad Morgan Moritz Morten Moses Moustafa Mubarak
Mubashir Muhamad Muhamed Muhammad Muhammed Muhidin Muhsin Mujo Mukhtar Munir Murad Murat Musa
Mustafa Mustafe Muzaffar Myckola Mykhailo Mykola Måns Mårten Møgens Nabil Nadeem Nadir Naeem
Nafees Nahom Naim Najib Narayan Narvald Narve Naser Nasim Nasir Nasser Natan Natanael Nathan
Nathanael Navid Nazar Nazir Neculai Nedim Nedzad Neil Nelson Nemanja Nenad Nerijus Nermin Nestor
Neville Niall Nicholas Nick Nicklas Nickolai Nico Nicolae Nicolai Nicolas Niel Niels Nihad Nihat
Niillas Nijaz Nikkolas Niklas Nikolai Nikolaj Nikolaos Nikolas Nikolaus Nilas Nils Nino Nizar
Njaal Njord Njål Noah Noel Nojus Nomann Nor Norald Noralf Noralv Norbert Nordahl Nordal Norleif
Norman Normann Norolf Norstein Norulf Norulv Norvald Norvard Norvin Nuno Nurettin Nuri Nuur Obaid
Obert Oddbjørn Oddfinn Oddgar Oddgeir Oddin Oddleif Oddleiv Oddmund Oddrik Oddrunn Oddstein Oddun
Oddvar Oddvard Oddvin Odilo Odin Odman Oivind Ola Olaf Olafur Olai Olaus Olav Olavus Oldrich Ole
Oleg Olegs Oleh Oleksandr Oleksii Oleksiy Olger Olin Oliver Olivier Olle Olof Olov Oluf Oluv Omar
Omed Omid Ommar Ommund Onar Ondrej Onni Onund Ordin Orest Orhan Orvar Oscar Oskar Osman Osmund
Osmundur Osvald Oswald Othar Othmar Otman Ottar Ottmar Otto Oumar Ousman Ove Ovin Owais Owen Ozan
Paal Pablo Padraig Paolo Pascal Patric Patricio Patrick Patrik Patryk Paul Paulius Paulus Pavel
Pavlo Pawel Pawlo Peder Pedram Pedro Peer Pekka Pelle Penti Percy Pernell Perry Petar Peter Petrit
Petro Petros Petrus Petter Petteri Phil Philip Philippe Phillip Phong Phuc Pierre Pieter Pieterjan
Pietro Piotr Piroz Povel Povilas Povl Preben Predrag Przemyslaw Pål Qaiser Qasim Quang Quentin
Quoc Raad Rabah Rabin Radek Radoslav Radoslaw Radovan Radu Rafael Rafal Rafi Rafik Raghnall
Raghnild Ragnar Ragnor Ragnvald Ragnvard Raheel Rahim Rahmat Raimo Raimond Raimonds Rainer Rainis
Raivis Raj Rajan Rajesh Rajinder Rakesh Ralf Ralph Rami Ramin Ramiro Ramis Ramiz Ramon Ramunas
Randall Randolf Randulf Randulv Rangnar Ranveer Raoul Raphael Rashad Rasheed Rashid Rasmus Rasul
Raul Raymon Raymond Raymund Razvan Reber Rebin Rebwar Redar Redvald Refik Reginald Regnar Regvald
Rehan Reidar Reidulf Reidulv Reier Reijo Reimar Reimond Reimund Rein Reinaldo Reine Reinert
Reinhard Reinhardt Reinhart Reinhold Remi Remigijus Remy Renald Renaldas Renaldo Renars Renato
Rene Renny Reno René Resul Reuf Reynir Reza Riad Ricard Ricardas Ricardo Riccardo Richard Rick
Rickard Ricky Rico Rihard Rihards Rikard Rikhard Rimantas Rinaldo Rinat Risto Ritvars Riza Rizwan
Roald Roar Robbie Robert Robertas Roberto Roberts Robin Rocco Roderick Rodney Rodrigo Rogelio
Roger Rognar Rogne Rognvald Rohit Roine Rojan Roland Rolands Rolf Rolv Romain Roman Romanas Romeo
Romuald Romualdas Ronald Ronaldo Ronan Roni Ronni Ronnie Ronny Rory Roy Royce Roysten Rozhgar
Ruald Ruben Rudi Rudolf Rudolfs Rudy Runar Rune Runolf Runolv Rupert Ruslan Russell Rustam Ruud
Ryan Ryszard Rønald Saad Sabah Saber Sabin Sabir Sacha Sachin Sadam Sadiq Saed Saeed Safet Sahal
Sahand Said Sajad Sajid Sajjad Sakarias Salah Saleem Saleh Salem Salih Salim Salman Salomon
Salvador Salvatore Sam Samad Samer Sami Samir Sammy Samson Samsonas Samuel Samuele Samuli Sanad
Sandeep Sander Sandor Sandro Sanel Sanjay Sanjeev Sanjin Santino Sarkis Sarmad Sascha Saulius
Sayed Sayid Saša Sead Sean Seb Sebastiaan Sebastian Sebjørn Sefer Segun Seif Selahattin Selfin
Selim Selmer Semir Semmy Sepehr Serge Sergei Sergej Sergejs Sergey Sergio Serhat Serhii Serhiy
Serkan Severin Seydou Shabir Shafi Shafiq Shahid Shahin Shahram Shahzad Shakir Shane Sharif
Sharmarke Shawn Shayan Sher Sherif Sherko Sherwan Shoaib Shpend Shpetim Shwan Siamak Sibbe
Siegfried Siem Siemen Sigar Sigbert Sigbjørn Sigfinn Sigfred Sigfus Sigge Siggeir Siggi Sighjalmar
Sighvat Sigleif Sigleiv Sigmar Sigmund Signar Signor Sigrud Sigstein Sigtor Sigurd Sigurdur
Sigvald Sigvard Sigvart Sigve Sigvor Siim Sikandar Silas Silfinn Silius Silvester Silvio Simen
Simeon Simion Simon Simonas Sinan Sindre Sivar Siver Sivert Sjarald Sjugurd Sjur Sjålle Sjåvald
Sjølfest Sjønne Skage Skarphedin Skjalg Skjalm Skjold Skule Slavomir Slobodan Snorre Snorri Sofus
Sohail Sokol Solmund Solomon Sondre Sonni Sonny Sophus Soran Soren Sorin Soufiane Spencer Spiros
Srdjan Staale Stamatis Stanislav Stanislaw Stanko Stanley Stasys Steen Stefan Stefano Stefanos
Stefanus Stefen Steffan Steffen Stein Steinar Steinbjørn Steinfinn Steingrim Steini Steinkjell
Steinulf Steinulv Steinvald Stelian Stellan Sten Stenar Stener Stephan Stephane Stephen Stevan
Steve Steven Stian Stig Stigar Stoffer Stojan Storm Stuart Sture Ståle Suad Sufian Suhail Sulaiman
Suleiman Sulejman Suleyman Sune Sunil Suresh Surinder Svante Svein Sveinar Sveinn Sveinung Sven
Svend Svenke Svenn Svenning Sverker Sverre Svetozar Svien Syed Sylfest Sylvain Sylvest Sylvester
Syver Syvert Såmund Sæbjørn Sæmund Sölve Søfren Sølve Søren Sørmund Sławomir Taavi Tadas Tadeus
Tadeusz Tage Taha Taher Tahir Taif Taj Talal Tallak Tallakson Tamas Tamim Tancred Tanguy Tarald
Taras Tarek Tarik Tariq Tarje Tarjei Tasos Tauno Tawfik Tayeb Tayfun Taylor Ted Teddy Teemu Teis
Teitur Teklu Tellef Tellev Telmo Temesgen Tengel Teodor Terence Terje Terkel Terrence Terry Tesfay
Tesfaye Tewolde Thaddeus Thahir Thang Thanos Theis Theo Theodor Thien Thijs Thinh Thodor Thom
Thomas Thor Thorald Thoraldur Thoralf Thoralv Thorben Thorbjørn Thord Thore Thorfin Thorfinn
Thorgeir Thorgils Thorgrim Thorir Thorkel Thorkil Thorkild Thorleif Thorleiv Thormod Thoroddur
Thorolf Thorry Thorstein Thorsteinn Thorsten Thorvald Thorvaldur Thrond Thure Tian Tiberiu Tibor
Tidemand Tidemann Tilmann Tim Timo Timon Timothy Timur Tinius Tino Tinus Tjeerd Tjerand Tjodolv
Tjostolv Tjøstel Tobby Tobias Tobin Toby Todd Toivo Tollef Tolleif Tolleiv Tollev Tom Tomas Tomasz
Tomaz Tomislav Tomm Tommi Tommy Tony Toomas Topias Tor Toralf Toralv Torben Torbern Torbjørn
Torbrand Tord Tore Toren Torfinn Torgard Torgaut Torgeir Torger Torgils Torgny Torgrim Torgunnar
Torgus Toriel Torje Torjus Torkel Torkil Torkild Torkjel Torkjell Torlaf Torleif Torleik Torleiv
Torlof Tormod Tormund Torodd Torolf Torolv Torris Torstein Torsten Torulf Torulv Torvald Torvid
Toste Tov Tovik Trajan Tristan Tron Trond Tronn Truls Trygg Tryggve Trygve Trygvi Trym Tuan Tue
Tufik Ture Turgut Tygve Tyler Tymofii Tymon Tymoteusz Tyrone Tønnes Tønnis Tørres Ubbe Uffe Ugur
Uladzimir Uldis Ulf Ulfar Ulfred Ulrich Ulrik Ulv Umair Umar Umer Umut Unnstein Urban Urho Uros
Usama Usman Uwe Uzair Vaclav Vadim Vadym Vahid Vaidas Vaido Valdemar Valdur Valentin Valentinas
Valentyn Valeri Valerij Valerijus Valeriu Valgard Valmir Valon Valter Valteri Varghese Vasile
Vasilij Vasilios Vasyl Vebjørn Vegar Vegard Vegeir Velimir Veljko Vemund Verner Veslegard Vetle
Vetlesen Vicente Victor Vidar Vidkun Vidkunn Vidor Vidvald Viesturs Vigfus Viggo Vigleik Viglek
Vijay Vikas Vikram Viktor Viktoras Viktors Vilgot Vilhelm Vilhjalm Vilho Viliam Ville Villum Villy
Vilmar Vilnis Vince Vincens Vincent Vincents Vinh Vinod Virgil Virgilijus Virginijus Vishal Vitali
Vitalie Vitalii Vitalij Vitaly Vitas Vittorio Vivek Vjekoslav Vjeran Vlad Vladan Vladimir
Vladislav Vlado Vladyslav Vlatko Voitto Vojislav Vojtech Volker Volkmar Volodymyr Vyacheslav
Vygantas Vytautas Wael Wahid Wajid Waldemar Walid Walter Waqar Waqas Warren Warsame Waseem Wasif
Wasim Wayne Werner Wesley Wessel Wictor Wiggo Wiktor Wilfred Wilhelm Wilhelms Willem Willi William
Willian Willie Willum Willy Wilmar Wilson Wim Winfried Winston Witold Wladimir Wladyslaw Wojciech
Woldemar Wolfgang Wollert Wolmer Wubbo Wulff Xaver Xavier Yahia Yahya Yanis Yannick Yannis Yared
Yaser Yasin Yasir Yasser Yassin Yassine Yemane Yevhen Yevhenii Yiannis Yilmaz Yinka Yngvald Yngvar
Yngvard Yngve Yonas Yosef Yosief Yousef Yousif Youssef Youssouf Ysten Yuan Yunis Yunus Yurii Yuriy
Yusef Yussuf Yusuf Yves Yvon Zachary Zafar Zafer Zaid Zain Zakaria Zakarias Zaki Zakir Zaman
Zander Zbigniew Zdenek Zdravko Zdzislaw Zebastian Zekarias Zeki Zeljko Zenel Zenon Zeshan Ziad
Zidan Zigurds Zijad Zilvinas Zivan Zivko Zlatan Zlatko Zlatomir Zoltan Zoran Zubair Zubeir
Zvonimir Zygmunt Ådne Ågar Åge Ågmund Ånen Ånon Ånund Årstein Åsgaut Åskjell Åsleik Åsleiv Åsmund
Åsulf Åsvald Åvald Ødger Ødvin Øistein Øivin Øivind Øjvind Ølver Ørger Ørjan Ørnolf Ørnolv Ørnulf
Ørnulv Øyar Øyolf Øyolv Øystein Øysten Øyulv Øyvin Øyvind
"""
_SAMI = """
Aajja Aanna Aila Aili Ailo Bera Biehtár Biera Bierra Bigá Bireht Biret Birit Boarr Bávlos Bávvál
Duommá Dánel Dáni Dávet Dávvet Gaebpien Gonagas Guhttor Guhtur Gusta Gusttu Gáddjá Gádjá Gáiju
Gáre Gáren Heaika Heaiká Heandarat Hendo Hánno Hánsa Hánsi Inggá Ingá Irjá Issak Issát Isát Iŋgrid
Iŋgá Jaahke Jalvvi Jouni Jovnna Jovsset Juhán Juhána Juoksa Juoná Jussá Jágge Jávet Jåhkå Jåvnå
Kirste Klemetti Káre Káren Kárre Káte Laara Laejla Leammi Lemet Lemmet Lihkkun Likká Liná Láilá
Lájlá Lásse Lássi Mihkkal Mihkkil Mihkku Mihte Mikkal Mikkil Mággá Máhte Máhtte Máhtto Mákká
Márehtá Máren Márge Márgit Mária Márjá Márá Mátte Máze Nejla Nigo Nigá Niila Niilas Niillá Niklá
Niko Ovla Ovllá Pere Piera Pierra Pánne Risten Ristená Ristiinná Risttin Ráste Rávdná Rávnna Siiri
Sofe Susá Suvvá Svonni Sákka Sámmol Sámmul Sárá Teahkka Uvllá Vuolla Vuolláb Áhkká Áigin Áile
Áilen Áilin Áillun Áilo Áilu Ánde Ánne Ánná Ánok Ánot Ánte Ánttot Áslak Áslat Ásllat Ásta
"""
_WORDS = """
Ada Adele Ali Alva Amin Ana Andre Anker Ansa Are Aril Arn Ask August Aurora Balder Bent Berge
Berger Birk Bitten Bjørne Bo Borgar Borger Brage Brede Brit Bror Carmen Dag Dahlia Dan Diana Ea
Edda Edle Egil Eira Eldor Elgar Eli Elke Elle Embla Emir Endre Even Folke Fred Fredrik Freya Fride
Frigg Frøya Gard Gina Gloria Gordon Graham Grim Grunde Hall Hans Hava Havar Hein Heine Helgi Helle
Herman Hild Hilda Horst Huda Håvar Høye Inga Inge Inna Iris Jan Jari Jarl Jasmin Jean Jesus Jo
Joner Josef Juni Kai Kalle Kamelia Kane Ken Kent Kim Knud Knute Kosta Kristen Kyle Lee Lenka Leo
Leon Lill Lillen Lina Line Liss Liv Livar Live Loke Luna Luther Lykke Lyn Lyng Lynn Mai Mali Malte
Marina Mark Max May Mie Mille Mina Mira Muna My Myra Nestor Noor Nor Norma Norman Odd Odin Ola Ole
Olle Peer Pekka Pelle Per Pere Phil Pia Raul Reier Rein Reine Remi Rene Resi Roman Rosa Rose Rudi
Ruta Saga Sam Samer Sanne Sara Seif Selma Sidra Sigar Sigge Sina Sinne Siv Skjold Skule Sol Soren
Steen Stein Stella Sten Stoffer Storm Sunna Svien Tale Tamar Tara Teddy Tiller Tim Tina Tine Tinna
Tolla Tom Tone Tor Tora Tore Toren Tov Tron Truls Trygg Tue Ture Turi Tuti Tyri Tørris Ugla Ulf
Ulla Ulv Unn Urban Urd Venus Vera Victoria Vidor Vilja Ville Viola Vår
"""
_THINGS = """
Ada Adele Alta Alva Amber Ansa April August Aurora Balder Carmen Diana Edda Eira Embla Florida
Folke Freya Frøya Gard Georgia Gloria Hall Hydra Iris Jade Jasmin Jordan Juli Juni Kai Kristen Leo
Lex Live Loke Lotus Luna Mai Mark Max Mercedes Mira Nor Norma Nova Odin Rana Roman Rosa Rose Saga
Skjold Sol Stella Storm Sunna Troll Venus Vera Victoria Viola Vår
"""
THINGS = frozenset(_THINGS.split())
"""What has a capital within a sentence too without being a person: months, systems, places."""
DOUBLE = frozenset(_WORDS.split()) | MORE_DOUBLE
"""Names that are words, or names of other things, as well."""
GIVEN = frozenset((_WOMEN + _MEN + _SAMI).split()) | MORE_GIVEN | DOUBLE
"""All given names that are known here."""
